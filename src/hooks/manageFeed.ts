import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'
import { isAdmin, isOwner } from '@/access'
import { closeFeed, feedAddress, openFeed, type FeedKey, type FeedScope } from '@/calendarFeeds'
import { inTransaction, isRowId, rowsOf, sql } from '@/database'
import { bodyOf } from '@/requestBody'

const wish = z.object({ open: z.boolean(), names: z.boolean().default(false) })

/** Admins manage every calendar, owners their own and those of their properties. */
async function mayManage(req: PayloadRequest, { scope, target }: FeedKey): Promise<boolean> {
  if (!req.user || !(isAdmin({ req }) || isOwner({ req }))) return false
  if (scope === 'agence') return isAdmin({ req })
  const mine = isAdmin({ req }) ? sql`true` : sql`u.id = ${req.user.id}`
  const found =
    scope === 'proprietaire'
      ? sql`select 1 from users u where u.id = ${target} and u.role <> 'editeur' and ${mine}`
      : isAdmin({ req })
        ? sql`select 1 from properties where id = ${target}`
        : sql`select 1 from properties_rels o join users u on u.id = o.users_id
              where o.parent_id = ${target} and o.path = 'owners' and ${mine}`
  return (await rowsOf(req, found)).length > 0
}

/**
 * `POST …/calendar-feed` with `{ "open": true, "names": false }`: a new private address, and the
 * one before is dead; `{ "open": false }`: none. `names` puts clients' names into the entries.
 */
export const manageFeed = (scope: FeedScope): Omit<Endpoint, 'root'> => ({
  path: scope === 'agence' ? '/calendar-feed' : '/:id/calendar-feed',
  method: 'post',
  handler: async (req) => {
    const id = scope === 'agence' ? 0 : req.routeParams?.id
    const key = { scope, target: Number(id) }
    if (!(id === 0 || isRowId(id)) || !(await mayManage(req, key)))
      throw new APIError('Not found', 404)
    const asked = wish.safeParse(await bodyOf(req))
    if (!asked.success) throw new APIError('Say { "open": true } or { "open": false }.', 400)
    const { open, names } = asked.data
    const feed = await inTransaction(req.payload, { user: req.user ?? undefined }, async (inner) =>
      open ? openFeed(inner, key, names) : closeFeed(inner, key),
    )
    return Response.json({ address: feed ? feedAddress(feed) : null, names: open && names })
  },
})
