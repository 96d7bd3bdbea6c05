import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import type { ChangeFacts, ChangeKind } from '@/domain/change'
import type { Actor, Kind, Reason, Status } from '@/domain/status'
import type { Reservation } from '@/payload-types'

export type Neighbour = {
  id: number
  reference: string
  status: Status
  kind: Kind
  startsAt: string
  endsAt: string
  client: string
  overlaps: boolean
}
export type Event = {
  at: string
  actor: Actor
  actorName: string | null
  status: Status | null
  reason: Reason | null
  note: string | null
  change: ChangeKind | null
  after: ChangeFacts | null
}
type Rest = {
  trackingVersion: number
  /** The client's data was erased: nothing is added any more. */
  erased: boolean
  property: { id: number; title: string; district: string; city: string }
  neighbours: Neighbour[]
  events: Event[]
}

const AROUND = '1 day'

/**
 * All that a decision needs to know, in two statements. Whoever may read the reservation may read
 * what else happens at its property: both are decided by its owners.
 */
export async function screenFacts(
  req: PayloadRequest,
  id: number,
): Promise<{ reservation: Reservation; rest: Rest } | null> {
  const reservation = await req.payload.findByID({
    collection: 'reservations',
    id,
    depth: 0,
    joins: false,
    overrideAccess: false,
    user: req.user,
    disableErrors: true,
    req,
  })
  if (!reservation) return null
  const [rest] = await rowsOf<Rest>(
    req,
    sql`select r.tracking_version::int as "trackingVersion", scim_is_erased(r.client_id) as erased,
          json_build_object('id', p.id, 'title', p.title, 'district', p.district, 'city', p.city)
            as property,
          coalesce((select json_agg(json_build_object('id', o.id, 'reference', o.reference,
              'status', o.status, 'kind', o.kind, 'startsAt', o.starts_at, 'endsAt', o.ends_at,
              'client', c.name,
              'overlaps', o.starts_at < r.ends_at and o.ends_at > r.starts_at) order by o.starts_at)
            from reservations o join clients c on c.id = o.client_id
            where o.property_id = r.property_id and o.id <> r.id
              and o.status in ('en_attente', 'confirmee')
              and o.starts_at < r.ends_at + interval '${sql.raw(AROUND)}'
              and o.ends_at > r.starts_at - interval '${sql.raw(AROUND)}'), '[]') as neighbours,
          (select json_agg(e order by e.at, e.rank) from (
            select h.at, 0 as rank, h.actor::text, h.actor_name as "actorName",
              h.to::text as status, h.reason::text, h.note, null as change, null::jsonb as after
            from status_history h where h.reservation_id = r.id
            union all
            select g.at, 1, g.actor::text, g.actor_name, null, null, null, g.kind::text, g.after
            from reservation_changes g where g.reservation_id = r.id) e) as events
        from reservations r join properties p on p.id = r.property_id where r.id = ${id}`,
  )
  if (!rest) throw new Error('a reservation just read cannot be read')
  return { reservation, rest }
}
