import type { PayloadRequest } from 'payload'
import { databaseNow } from '@/database'
import { matchingStep, readCode } from '@/domain/oneTimeCode'
import { readRecoveryCode } from '@/domain/recoveryCode'
import { turnsUp } from '@/rateLimit'
import { secretOf, spendRecoveryCode, spendStep, type Factor } from '@/secondFactor'
import { recordSecurity } from '@/securityLog'
import { oneTimeCode, sameText } from '@/secrets'
import type { Account } from './enrolment'
import { codeRefused, codeTurns, WRONG_CODES } from './factorRefusal'
import { tooManyTries } from './throttleLogin'

/** Takes a code of the telephone, or one on paper, and uses it up; of two at once one is taken. */
export async function spendCode(
  req: PayloadRequest,
  user: Account,
  factor: Factor,
  typed: unknown,
): Promise<void> {
  const wait = await turnsUp(req, WRONG_CODES, codeTurns(req, user))
  if (wait > 0) throw tooManyTries(req, wait)
  const text = typeof typed === 'string' ? typed : ''
  if (!(await isSpent(req, user.id, factor, text))) throw codeRefused(req, user)
}

async function isSpent(
  req: PayloadRequest,
  user: number,
  factor: Factor,
  text: string,
): Promise<boolean> {
  const recovery = readRecoveryCode(text)
  if (recovery) {
    const spent = await spendRecoveryCode(req, user, recovery)
    if (spent) await recordSecurity(req, 'recovery_code_used', { user, by: user })
    return spent
  }
  const code = readCode(text)
  const secret = secretOf(user, factor)
  if (!code || !secret) return false
  const moment = { now: await databaseNow(req), lastStep: factor.lastStep }
  const step = matchingStep(code, moment, (at) => oneTimeCode(secret, at), sameText)
  return step !== null && spendStep(req, user, step)
}
