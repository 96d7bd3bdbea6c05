import type { PayloadRequest } from 'payload'
import { isAdmin } from '@/access'
import { isRowId, rowsOf, sql } from '@/database'
import { localeOf, Refusal } from '@/refusal'

/**
 * All records of the person that a client record is of: the same name with the same phone or the
 * same e-mail. A member of the family with the same phone is somebody else.
 */
export async function recordsOf(req: PayloadRequest, id: number): Promise<number[]> {
  const rows = await rowsOf<{ id: number }>(
    req,
    sql`select o.id from clients c
        join clients o on o.id = c.id or lower(o.name) = lower(c.name)
          and (o.phone = c.phone or lower(o.email) = lower(c.email))
        where c.id = ${id} and not scim_is_erased(o.id) order by o.id`,
  )
  return rows.map((row) => row.id)
}

/** The client that an administrator asks about. */
export async function askedClient(req: PayloadRequest): Promise<{ id: number; erased: boolean }> {
  const locale = localeOf(req)
  if (!isAdmin({ req }))
    throw new Refusal(
      'reserve',
      { fr: 'Seuls les administrateurs le peuvent.', en: 'Only administrators may do this.' },
      '',
      403,
      locale,
    )
  const id = req.routeParams?.id
  const [client] = isRowId(id)
    ? await rowsOf<{ id: number; erased: boolean }>(
        req,
        sql`select id, scim_is_erased(id) as erased from clients where id = ${Number(id)}`,
      )
    : []
  if (client) return client
  throw new Refusal(
    'introuvable',
    { fr: 'Ce client n’existe pas.', en: 'There is no such client.' },
    'id',
    404,
    locale,
  )
}
