import { pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import { takeTurn, turnsUp, type Limit } from '@/rateLimit'
import { factorOf } from '@/secondFactor'
import { recordSecurity } from '@/securityLog'
import { blind, sameText } from '@/secrets'
import type { Account } from './enrolment'
import { factorRefusal } from './factorRefusal'
import { spendCode } from './spendCode'
import { tooManyTries } from './throttleLogin'

/** An open session may not be used to guess the password of its owner. */
const WRONG_PASSWORDS: Limit = { name: 'mot-de-passe-compte', most: 10, minutes: 15 }

const derive = promisify(pbkdf2)
/** How Payload 3.90 writes a password: PBKDF2, SHA-256, 600,000 rounds, 32 bytes in hex. */
const WRITTEN = 'pbkdf2-sha256-v1:'

/**
 * Asks once more who it is, before what opens or closes an account: a session that stands open says
 * nothing of who sits in front of it (OWASP ASVS 5.0, 7.5.1).
 * @param typed the code of whoever enters in two steps, everybody else's password
 */
export async function stepUp(
  req: PayloadRequest,
  me: Account,
  typed: { code?: unknown; password?: unknown },
): Promise<void> {
  const factor = await factorOf(req, me.id)
  if (factor) return spendCode(req, me, factor, typed.code)
  const wait = await turnsUp(req, WRONG_PASSWORDS, blind(String(me.id)))
  if (wait > 0) throw tooManyTries(req, wait)
  if (await isPasswordOf(req, me.id, typed.password)) return
  req.context.wrongPassword = me.id
  throw factorRefusal(req, 'mot_de_passe_refuse')
}

/** After the rollback, see countWrongCode. @param user whose password was asked */
export async function countWrongPassword(req: PayloadRequest, user: number): Promise<void> {
  await takeTurn(req.payload, WRONG_PASSWORDS, blind(String(user)))
  await recordSecurity(req, 'password_refused', { user, by: user })
}

async function isPasswordOf(req: PayloadRequest, id: number, typed: unknown): Promise<boolean> {
  const [account] = await rowsOf<{ hash: string; salt: string }>(
    req,
    sql`select hash, salt from users where id = ${id}`,
  )
  if (!account?.hash.startsWith(WRITTEN) || typeof typed !== 'string') return false
  const derived = await derive(typed, account.salt, 600_000, 32, 'sha256')
  return sameText(account.hash.slice(WRITTEN.length), derived.toString('hex'))
}
