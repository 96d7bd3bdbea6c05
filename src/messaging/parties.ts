import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import type { Audience } from '@/domain/notifications'
import type { Pace } from '@/domain/quiet'
import { env } from '@/env'

export type Person = { name: string; email: string; pace?: Pace | null; id?: number }

/** Who and what a reservation is about, as the messages about it need to know. */
export type Parties = {
  property: {
    id: number
    title: string
    slug: string
    district: string
    city: string
    address: string | null
  }
  client: { name: string; phone: string; email: string | null }
  owners: Person[]
  /** Read here, for hooks never see the hidden column it stands in. */
  trackingVersion: number
}

/**
 * The property and the owners of a row `p` of the properties. Somebody listed whose account is an
 * editor's by now decides nothing, and reads nothing of clients.
 */
export const placeColumns = sql`
  json_build_object('id', p.id, 'title', p.title, 'slug', p.slug, 'district', p.district,
    'city', p.city, 'address', p.address) as property,
  coalesce((select json_agg(json_build_object(
     'id', u.id, 'name', u.name, 'email', u.email, 'pace', u.pace) order by u.id)
   from properties_rels o join users u on u.id = o.users_id and u.role <> 'editeur'
   where o.parent_id = p.id and o.path = 'owners'), '[]') as owners`

export const partiesQuery = (reservation: number) => sql`
  select r.tracking_version::int as "trackingVersion", ${placeColumns},
    -- An address that a person corrected when resending is where later messages go as well.
    json_build_object('name', c.name, 'phone', c.phone, 'email', coalesce(
      (select m.recipient from messages m
       where m.reservation_id = r.id and m.audience = 'client'
         and m.resent_from_id is not null and not exists (
           select 1 from reservation_changes g
           where g.reservation_id = r.id and g.kind = 'contact' and g.at >= m.created_at)
       order by m.id desc limit 1), c.email)) as client
  from reservations r
  join properties p on p.id = r.property_id
  join clients c on c.id = r.client_id
  where r.id = ${reservation}`

export async function partiesOf(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  reservation: number,
): Promise<Parties> {
  const [row] = await rowsOf<Parties>(req, partiesQuery(reservation))
  if (!row) throw new Error('a message about a reservation that is not there')
  return row
}

/**
 * The people a notice goes to. A property without owners is the reference admin's.
 * @param agency the name under which the reference admin is written to
 */
export function recipientsOf(
  to: Audience,
  parties: Parties,
  agency: string,
): (Person | { name: string; email: null; pace?: undefined; id?: undefined })[] {
  const admin = { name: agency, email: env.contactEmail }
  if (to === 'client') return [{ name: parties.client.name, email: parties.client.email }]
  if (to === 'admin' || parties.owners.length === 0) return [admin]
  return parties.owners
}
