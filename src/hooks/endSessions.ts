import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { inTransaction, isRowId, rowsOf, sql } from '@/database'
import { bodyOf } from '@/requestBody'
import { lockRowOf } from '@/rowLocks'

/**
 * `POST /api/users/:id/end-sessions`: a lost phone, a colleague who left. Everybody ends their own,
 * admins anybody's; the tokens of those sessions open nothing from then on. `{ "session": "…" }`
 * ends that one, `{ "others": true }` all but the one that asks, `{}` all.
 */
export const endSessions: Endpoint = {
  path: '/:id/end-sessions',
  method: 'post',
  handler: async (req) => {
    const { user } = req
    const id = Number(req.routeParams?.id)
    const allowed = user && (user.role === 'admin' || user.id === id)
    if (!allowed || !isRowId(req.routeParams?.id)) throw new APIError('Not found', 404)
    const which = await whichOf(req)
    const ended = await inTransaction(req.payload, { req }, async () => {
      await lockRowOf(req, 'users', id)
      return rowsOf(
        req,
        sql`delete from users_sessions where _parent_id = ${id} and ${which} returning id`,
      )
    })
    return Response.json({ ended: ended.length })
  },
}

async function whichOf(req: PayloadRequest) {
  const wish = (await bodyOf(req)) ?? {}
  if (typeof wish.session === 'string') return sql`id = ${wish.session}`
  if (wish.others === true) return sql`id is distinct from ${currentSession(req) ?? null}`
  return sql`true`
}

/** The session of the token that came with this request. */
export const currentSession = ({ user }: Pick<PayloadRequest, 'user'>): string | undefined =>
  user && '_sid' in user && typeof user._sid === 'string' ? user._sid : undefined
