import { pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import { factorOf } from '@/secondFactor'
import { sameText } from '@/secrets'
import type { Account } from './enrolment'
import { factorRefusal } from './factorRefusal'
import { spendCode } from './spendCode'

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
  if (await isPasswordOf(req, me.id, typed.password)) return
  req.context.wrongPassword = me.id
  throw factorRefusal(req, 'mot_de_passe_refuse')
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
