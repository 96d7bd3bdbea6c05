import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import type { Offer } from '@/domain/availability'
import type { Kind } from '@/domain/status'
import { env } from '@/env'

export type PropertyOffer = {
  id: number
  title: string
  slug: string
  district: string
  published: boolean
  kinds: Kind[]
  offer: Offer
}

/** What another program's calendar takes: hours, and the nights they last through. */
type Busy = {
  startsAt: string
  endsAt: string
  nightsFrom: string | null
  nightsTo: string | null
}

export type OfferRow = Omit<PropertyOffer, 'offer'> & {
  slotMinutes: number
  visitHours: Offer['visitHours']
  closedPeriods: Offer['closedPeriods']
  taken: { startsAt: string; endsAt: string; kind: Kind }[]
  outside: Busy[]
}

const DAY = 86_400_000

/** A condition on the properties `p`. */
export const whichProperty = (property: number | string) =>
  typeof property === 'number' ? sql`p.id = ${property}` : sql`p.slug = ${property}`

/** What a property offers, and what is taken in it around the wanted period: one row, or none. */
export function offerQuery(property: number | string, from: Date, to: Date, margin = 1) {
  const start = new Date(from.getTime() - margin * DAY).toISOString()
  const end = new Date(to.getTime() + margin * DAY).toISOString()
  return sql`select p.id, p.title, p.slug, p.district, p.status = 'publie' as published,
          p.slot_minutes::int as "slotMinutes",
          coalesce((select json_agg(k.value order by k.order) from properties_kinds k
            where k.parent_id = p.id), '[]') as kinds,
          coalesce((select json_agg(json_build_object(
              'day', h.day::text::int, 'from', h.from, 'to', h.to) order by h._order)
            from properties_visit_hours h where h._parent_id = p.id), '[]') as "visitHours",
          coalesce((select json_agg(json_build_object(
              'from', to_char(c.from at time zone 'UTC', 'YYYY-MM-DD'),
              'to', to_char(c.to at time zone 'UTC', 'YYYY-MM-DD')) order by c.from)
            from properties_closed_periods c where c._parent_id = p.id), '[]') as "closedPeriods",
          coalesce((select json_agg(json_build_object(
              'startsAt', r.starts_at, 'endsAt', r.ends_at, 'kind', r.kind) order by r.starts_at)
            from (
              -- Read by its end alone (offset 0): nearly all that there is began before the end.
              select t.starts_at, t.ends_at, t.kind from reservations t
              where t.property_id = p.id and t.status in ('en_attente', 'confirmee')
                and t.ends_at > ${start}::timestamptz offset 0) r
            where r.starts_at < ${end}::timestamptz
          ), '[]') as taken,
          coalesce((select json_agg(json_build_object('startsAt', b.starts_at, 'endsAt', b.ends_at,
              'nightsFrom', b.nights_from, 'nightsTo', b.nights_to) order by b.starts_at)
            from outside_busy b where b.property_id = p.id
              and least(b.starts_at, b.nights_from) < ${end}::timestamptz
              and b.ends_at > ${start}::timestamptz
          ), '[]') as outside
        from properties p where ${whichProperty(property)}`
}

/** @param margin days looked at before and after, for alternatives */
export async function offerOf(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  property: number | string,
  from: Date,
  to: Date,
  margin = 1,
): Promise<PropertyOffer | null> {
  const [row] = await rowsOf<OfferRow>(req, offerQuery(property, from, to, margin))
  return row ? readOffer(row) : null
}

export function readOffer(row: OfferRow): PropertyOffer {
  const { slotMinutes, visitHours, closedPeriods, taken, outside, ...rest } = row
  return {
    ...rest,
    offer: {
      slotMinutes,
      visitHours,
      closedPeriods,
      timeZone: env.timeZone,
      taken: [...taken, ...outside.flatMap(takenOutside)].map((period) => ({
        kind: period.kind,
        startsAt: new Date(period.startsAt),
        endsAt: new Date(period.endsAt),
      })),
    },
  }
}

function takenOutside({ startsAt, endsAt, nightsFrom, nightsTo }: Busy): OfferRow['taken'] {
  const hours = { startsAt, endsAt, kind: 'visite' as const }
  return nightsFrom && nightsTo
    ? [hours, { startsAt: nightsFrom, endsAt: nightsTo, kind: 'sejour' as const }]
    : [hours]
}
