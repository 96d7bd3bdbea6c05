import { APIError, Forbidden, type Endpoint, type PayloadRequest } from 'payload'
import type { Role } from '@/access'
import { inTransaction, isRowId, rowsOf, sql } from '@/database'
import { lockRowOf } from '@/rowLocks'
import { queueFactorNotice } from '@/messaging/queueFactorNotice'
import { takeTurn, type Limit } from '@/rateLimit'
import { localeOf } from '@/refusal'
import { bodyOf, type Body } from '@/requestBody'
import { factorOf, isDemandedUntilCommit, removeFactor, replaceRecoveryCodes } from '@/secondFactor'
import { recordSecurity } from '@/securityLog'
import { currentSession } from './endSessions'
import { endEarlierSessions, establish, newEnrolment, type Account } from './enrolment'
import { factorRefusal } from './factorRefusal'
import { insistOnSession } from './holdSession'
import { stepUp } from './stepUp'
import { tooManyTries } from './throttleLogin'

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
    const body = (await bodyOf(req)) ?? {}
    const answer = await inTransaction(req.payload, { req }, async () => {
      await lockAccounts(req, [user.id, Number(req.routeParams?.id ?? user.id)])
      await insistOnSession(req)
      return act(req, user, body)
    })
    return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
  },
})

/** Two acts on one account come one after the other; two people at each other's do not wait for ever. */
async function lockAccounts(req: PayloadRequest, ids: number[]): Promise<void> {
  for (const id of ids.sort((one, other) => one - other)) await lockRowOf(req, 'users', id)
}

/** What it gives is sealed, so whoever confirms it has said who they are. */
const start: Act = async (req, me, body) => {
  if (await factorOf(req, me.id)) throw factorRefusal(req, 'facteur_present')
  await stepUp(req, me, body)
  return newEnrolment(req, me)
}

const confirm: Act = async (req, me, body) => {
  const recoveryCodes = await establish(req, me, body)
  await endEarlierSessions(req, me.id, currentSession(req))
  return { recoveryCodes }
}

const renewCodes: Act = async (req, me, body) => {
  await insistOnFactor(req, me)
  await stepUp(req, me, body)
  await recordSecurity(req, 'recovery_codes_replaced', { user: me.id, by: me.id })
  await queueFactorNotice(req, me.email, 'codes', localeOf(req))
  return { recoveryCodes: await replaceRecoveryCodes(req, me.id) }
}

async function insistOnFactor(req: PayloadRequest, { id }: Account): Promise<void> {
  if (!(await factorOf(req, id))) throw factorRefusal(req, 'facteur_absent')
}

/** One's own; an admin anybody else's, whose telephone is lost. Either says once more who it is. */
const remove: Act = async (req, me, body) => {
  const id = req.routeParams?.id
  if (!isRowId(id)) throw new APIError('Not found', 404)
  if (Number(id) === me.id) return removeOwn(req, me, body)
  if (me.role !== 'admin') throw new APIError('Not found', 404)
  const other = await accountOf(req, Number(id))
  await insistOnFactor(req, other)
  await stepUp(req, me, body)
  await removeFactor(req, other.id)
  await endEarlierSessions(req, other.id, undefined)
  return tell(req, other, me, 'retire_admin')
}

const removeOwn: Act = async (req, me, body) => {
  if (await isDemandedUntilCommit(req, me.id)) throw factorRefusal(req, 'facteur_obligatoire')
  await insistOnFactor(req, me)
  await stepUp(req, me, body)
  await removeFactor(req, me.id)
  return tell(req, me, me, 'retire')
}

async function tell(
  req: PayloadRequest,
  account: Account,
  by: Account,
  news: 'retire' | 'retire_admin',
): Promise<object> {
  await recordSecurity(req, 'second_factor_removed', { user: account.id, by: by.id })
  // Somebody else's language is not known: French is everybody's here.
  const locale = account.id === by.id ? localeOf(req) : 'fr'
  await queueFactorNotice(req, account.email, news, locale)
  return { removed: true }
}

async function accountOf(req: PayloadRequest, id: number): Promise<Account> {
  const [account] = await rowsOf<Account>(req, sql`select id, email from users where id = ${id}`)
  if (!account) throw new APIError('Not found', 404)
  return account
}

/** The second factor, as a person looks after their own. */
export const manageFactor: Endpoint[] = [
  endpoint('/second-factor/start', start),
  endpoint('/second-factor/confirm', confirm),
  endpoint('/second-factor/recovery', renewCodes),
  endpoint('/:id/second-factor/remove', remove),
]
