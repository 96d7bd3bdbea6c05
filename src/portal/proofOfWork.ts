import { randomBytes, randomInt } from 'node:crypto'
import { HIGHEST, makeChallenge, provenChallenge } from '@/domain/proofOfWork'
import { takeTurn, turnsUp, type Limit } from '@/rateLimit'
import { hashOf, sameText, signChallenge } from '@/secrets'
import { outside, portalPayload } from './payload'
import { PROOF_SCRIPT } from './publicFiles'

/**
 * While so many forms come in that robots must be among them, each brings a proof of work. One
 * without it is kept all the same, and put aside for a person: scripts may be off.
 */
const CROWD: Limit = { name: 'afflux', most: 30, minutes: 10 }
/** The whole site: robots have many addresses. */
const SITE = 'site'
const MINUTES = 60
const ONCE: Limit = { name: 'preuve', most: 1, minutes: MINUTES }

const crypto = { sha256: hashOf, sign: signChallenge }

/** What a browser works at, and the script that does it. */
export type Work = { challenge: string; script: string }

/** The work of a form that is shown now; null while there is no crowd. */
export async function workInCrowd(): Promise<Work | null> {
  if ((await turnsUp(await outside(), CROWD, SITE)) === 0) return null
  const until = new Date(Date.now() + MINUTES * 60_000)
  const from = { random: randomBytes(12).toString('hex'), number: randomInt(HIGHEST + 1), until }
  return { challenge: JSON.stringify(makeChallenge(crypto, from)), script: PROOF_SCRIPT }
}

/** Counts a form that came in. @returns whether it lacks the proof it should have brought */
export async function lacksProof(proof: string): Promise<boolean> {
  const payload = await portalPayload()
  const { retryAfterSeconds: crowded } = await takeTurn(payload, CROWD, SITE)
  if (crowded === 0) return false
  const proven = provenChallenge(proof, new Date(), crypto, sameText)
  if (!proven) return true
  // A proof is spent by being brought, in whichever process.
  const { retryAfterSeconds: spent } = await takeTurn(payload, ONCE, proven)
  return spent > 0
}
