import { randomBytes } from 'node:crypto'
import { encodeQR } from 'qr'
import type { PayloadRequest } from 'payload'
import { databaseNow, rowsOf, sql } from '@/database'
import { base32, matchingStep, otpauthUri, readCode } from '@/domain/oneTimeCode'
import { squares } from '@/domain/squares'
import { officeOf } from '@/messaging/office'
import { queueFactorNotice } from '@/messaging/queueFactorNotice'
import { localeOf } from '@/refusal'
import { addFactor, replaceRecoveryCodes } from '@/secondFactor'
import { recordSecurity } from '@/securityLog'
import { oneTimeCode, sameText, seal, unseal } from '@/secrets'
import { codeRefused, factorRefusal } from './factorRefusal'

/** What a telephone is set up with. Nothing is kept here: `enrolment` comes back with a code. */
export type Enrolment = {
  secret: string
  uri: string
  qr: { size: number; path: string }
  enrolment: string
}

export type Account = { id: number; email: string }

const PURPOSE = 'enrolement'
const MINUTES = 30
/** As long as the hash that uses it (RFC 4226 4, R6). */
const SECRET_BYTES = 20
/** Squares of white around the dark ones (ISO/IEC 18004 6.3.8). */
const QUIET = 4

export async function newEnrolment(req: PayloadRequest, user: Account): Promise<Enrolment> {
  const bytes = randomBytes(SECRET_BYTES)
  const secret = base32(bytes)
  const { agency } = await officeOf(req)
  const uri = otpauthUri(agency.name[localeOf(req)], user.email, secret)
  const until = (await databaseNow(req)).getTime() + MINUTES * 60_000
  const sealed = seal(PURPOSE, user.id, `${until} ${bytes.toString('base64url')}`)
  return { secret, uri, qr: squares(encodeQR(uri, 'raw', { border: QUIET })), enrolment: sealed }
}

/**
 * Gives an account its second factor, once the telephone has shown that it computes the same code.
 * @returns the recovery codes, which are shown this once
 */
export async function establish(
  req: PayloadRequest,
  user: Account,
  typed: { enrolment?: unknown; code?: unknown },
): Promise<string[]> {
  const now = await databaseNow(req)
  const sealed = typeof typed.enrolment === 'string' ? typed.enrolment : ''
  const [until, secret] = (unseal(PURPOSE, user.id, sealed) ?? '').split(' ')
  if (!secret || Number(until) < now.getTime()) throw factorRefusal(req, 'inscription_perimee')
  const code = readCode(typeof typed.code === 'string' ? typed.code : '')
  const step =
    code && matchingStep(code, { now, lastStep: 0 }, (at) => oneTimeCode(secret, at), sameText)
  if (!step) throw codeRefused(req, user)
  if (!(await addFactor(req, user.id, secret, step))) throw factorRefusal(req, 'facteur_present')
  await recordSecurity(req, 'second_factor_added', { user: user.id, by: user.id })
  await queueFactorNotice(req, user.email, 'etabli', localeOf(req))
  return replaceRecoveryCodes(req, user.id)
}

/** Sessions from before were opened by the password alone. @param current the one that may stay */
export async function endEarlierSessions(
  req: PayloadRequest,
  user: number,
  current: string | undefined,
): Promise<void> {
  await rowsOf(
    req,
    sql`delete from users_sessions
        where _parent_id = ${user} and id is distinct from ${current ?? null}`,
  )
}
