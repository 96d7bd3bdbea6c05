import { z } from 'zod'

/**
 * A little work in the place of a riddle, in the open format of ALTCHA (altcha.org, SHA-256): the
 * browser looks for the number that was hashed behind a salt, and no person is asked anything.
 */

/** The highest number: some seconds of a cheap telephone, while its owner types a name. */
export const HIGHEST = 50_000

export type Challenge = {
  algorithm: 'SHA-256'
  challenge: string
  maxnumber: number
  salt: string
  signature: string
}

/** Hexadecimal, as ALTCHA writes hashes. */
export type Crypto = { sha256: (text: string) => string; sign: (challenge: string) => string }

export function makeChallenge(
  { sha256, sign }: Crypto,
  from: { random: string; number: number; until: Date },
): Challenge {
  // The last mark parts the end from the number that is hashed behind it: without it digits of the
  // number could be given to the end, and the proof would be good for ever (altcha.org/security-advisory).
  const salt = `${from.random}?expires=${Math.floor(from.until.getTime() / 1000)}&`
  const challenge = sha256(`${salt}${from.number}`)
  return { algorithm: 'SHA-256', challenge, maxnumber: HIGHEST, salt, signature: sign(challenge) }
}

const proof = z.object({
  algorithm: z.literal('SHA-256'),
  challenge: z.string().max(64),
  number: z.number().int().min(0).max(HIGHEST),
  salt: z.string().max(100),
  signature: z.string().max(64),
})

/**
 * The challenge whose number was found, or null: not ours, not found, or out of date. That it
 * serves once is the caller's to see.
 * @param text Base64 of JSON, as ALTCHA's browsers send it
 */
export function provenChallenge(
  text: string,
  now: Date,
  { sha256, sign }: Crypto,
  same: (one: string, other: string) => boolean,
): string | null {
  const read = proof.safeParse(decoded(text))
  if (!read.success) return null
  const { challenge, number, salt, signature } = read.data
  const until = Number(/\?expires=(\d+)&$/.exec(salt)?.[1] ?? 0)
  const found = same(sha256(`${salt}${number}`), challenge) && same(sign(challenge), signature)
  return found && until * 1000 > now.getTime() ? challenge : null
}

function decoded(text: string): unknown {
  try {
    return JSON.parse(atob(text))
  } catch {
    return null // Whatever it is, it is no proof.
  }
}
