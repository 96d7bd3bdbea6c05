import { APIError, Forbidden, type Endpoint, type PayloadRequest } from 'payload'
import type { Role } from '@/access'
import { inTransaction, isRowId, lockRowOf, rowsOf, sql } from '@/database'
import { queueFactorNotice } from '@/messaging/queueFactorNotice'
import { takeTurn, type Limit } from '@/rateLimit'
import { localeOf } from '@/refusal'
import { factorOf, isDemanded, removeFactor, replaceRecoveryCodes } from '@/secondFactor'
import { recordSecurity } from '@/securityLog'
import { currentSession } from './endSessions'
import { endEarlierSessions, establish, newEnrolment, type Account } from './enrolment'
import { factorRefusal } from './factorRefusal'
import { spendCode } from './spendCode'
import { tooManyTries } from './throttleLogin'

type Body = { code?: unknown; enrolment?: unknown }
type Act = (req: PayloadRequest, me: Account & { role: Role }, body: Body) => Promise<object>

const PER_ACCOUNT: Limit = { name: 'facteur-compte', most: 10, minutes: 15 }

/** An act of a person on their own account, in one transaction. */
const endpoint = (path: Endpoint['path'], act: Act): Endpoint => ({
  path,
  method: 'post',
  handler: async (req) => {
    const { user } = req
    if (!user) throw new Forbidden(req.t)
    const { retryAfterSeconds: wait } = await takeTurn(req.payload, PER_ACCOUNT, String(user.id))
    if (wait > 0) throw tooManyTries(req, wait)
    const sent: unknown = await req.json?.().catch(() => null)
    const body: Body = typeof sent === 'object' && sent !== null ? sent : {}
    const answer = await inTransaction(req.payload, { req }, async () => {
      // Two acts on one account at once come one after the other.
      await lockRowOf(req, 'users', user.id)
      return act(req, user, body)
    })
    return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
  },
})

const start: Act = async (req, me) => {
  if (await factorOf(req, me.id)) throw factorRefusal(req, 'facteur_present')
  return newEnrolment(req, me)
}

const confirm: Act = async (req, me, body) => {
  const recoveryCodes = await establish(req, me, body)
  await endEarlierSessions(req, me.id, currentSession(req))
  return { recoveryCodes }
}

const renewCodes: Act = async (req, me, { code }) => {
  await prove(req, me, code)
  recordSecurity(req, 'recovery_codes_replaced', { user: me.id, by: me.id })
  await queueFactorNotice(req, me.email, 'codes', localeOf(req))
  return { recoveryCodes: await replaceRecoveryCodes(req, me.id) }
}

async function prove(req: PayloadRequest, me: Account, code: unknown): Promise<void> {
  const factor = await factorOf(req, me.id)
  if (!factor) throw factorRefusal(req, 'facteur_absent')
  await spendCode(req, me, factor, code)
}

/** One's own, with a code; an admin anybody else's, whose telephone is lost. */
const remove: Act = async (req, me, body) => {
  const id = req.routeParams?.id
  if (!isRowId(id)) throw new APIError('Not found', 404)
  if (Number(id) === me.id) return removeOwn(req, me, body)
  if (me.role !== 'admin') throw new APIError('Not found', 404)
  const other = await accountOf(req, Number(id))
  if (!(await removeFactor(req, other.id))) throw factorRefusal(req, 'facteur_absent')
  await endEarlierSessions(req, other.id, undefined)
  return tell(req, other, me, 'retire_admin')
}

const removeOwn: Act = async (req, me, { code }) => {
  if (await isDemanded(req, me.id)) throw factorRefusal(req, 'facteur_obligatoire')
  await prove(req, me, code)
  await removeFactor(req, me.id)
  return tell(req, me, me, 'retire')
}

async function tell(
  req: PayloadRequest,
  account: Account,
  by: Account,
  news: 'retire' | 'retire_admin',
): Promise<object> {
  recordSecurity(req, 'second_factor_removed', { user: account.id, by: by.id })
  // Somebody else's language is not known: French is everybody's here.
  const locale = account.id === by.id ? localeOf(req) : 'fr'
  await queueFactorNotice(req, account.email, news, locale)
  return { removed: true }
}

async function accountOf(req: PayloadRequest, id: number): Promise<Account> {
  const [account] = await rowsOf<Account>(req, sql`select id, email from users where id = ${id}`)
  if (!account) throw new APIError('Not found', 404)
  await lockRowOf(req, 'users', id)
  return account
}

/** The second factor, as a person looks after their own. */
export const manageFactor: Endpoint[] = [
  endpoint('/second-factor/start', start),
  endpoint('/second-factor/confirm', confirm),
  endpoint('/second-factor/recovery', renewCodes),
  endpoint('/:id/second-factor/remove', remove),
]
