import { APIError, type Endpoint } from 'payload'
import { isRowId, rowsOf, sql } from '@/database'

/**
 * `POST /api/users/:id/end-sessions`: a lost phone, a colleague who left. Everybody ends their own,
 * admins anybody's; the tokens of those sessions open nothing from then on.
 */
export const endSessions: Endpoint = {
  path: '/:id/end-sessions',
  method: 'post',
  handler: async (req) => {
    const { user } = req
    const id = Number(req.routeParams?.id)
    const allowed = user && (user.role === 'admin' || user.id === id)
    if (!allowed || !isRowId(req.routeParams?.id)) throw new APIError('Not found', 404)
    const ended = await rowsOf(
      req,
      sql`delete from users_sessions where _parent_id = ${id} returning id`,
    )
    return Response.json({ ended: ended.length })
  },
}
