import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import type { Kind, Status } from '@/domain/status'
import { addDays, instantOf, type Day } from '@/domain/zone'
import { env } from '@/env'

export type Entry = {
  id: number
  property: number
  reference: string
  status: Extract<Status, 'en_attente' | 'confirmee'>
  kind: Kind
  startsAt: string
  endsAt: string
  client: string
}
export type Row = {
  id: number
  title: string
  closed: { from: Day; to: Day; reason: string | null }[]
  outside: Outside[]
}
/** What a calendar of another program takes; without its name where it is no longer listed. */
export type Outside = { calendar: string | null; startsAt: string; endsAt: string }

/**
 * What is held, confirmed, closed and taken elsewhere from one day to another, the second left out,
 * in two statements.
 * @param owner only properties of this user; null for all
 */
export async function calendarFacts(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  owner: number | null,
  range: { from: Day; to: Day },
): Promise<{ rows: Row[]; entries: Entry[] }> {
  const mine =
    owner === null
      ? sql`true`
      : sql`exists (select 1 from properties_rels o where o.parent_id = p.id
          and o.path = 'owners' and o.users_id = ${owner})`
  const instant = (day: Day) => instantOf(day, '00:00', env.timeZone).toISOString()
  const rows = await rowsOf<Row>(
    req,
    sql`select p.id, p.title, coalesce((select json_agg(json_build_object(
            'from', to_char(c.from at time zone 'UTC', 'YYYY-MM-DD'),
            'to', to_char(c.to at time zone 'UTC', 'YYYY-MM-DD'),
            'reason', nullif(trim(c.reason), '')))
          from properties_closed_periods c where c._parent_id = p.id
            and c.from < ${addDays(range.to, 1)} and c.to >= ${addDays(range.from, -1)}), '[]')
          as closed,
          coalesce((select json_agg(json_build_object('startsAt', b.starts_at, 'endsAt', b.ends_at,
              'calendar', (select c.name from properties_calendars c join outside_calendars o
                on o.property_id = c._parent_id and o.address = c.address
                where o.id = b.calendar_id limit 1)) order by b.starts_at, b.calendar_id, b.uid)
            from outside_busy b where b.property_id = p.id
              and b.starts_at < ${instant(range.to)} and b.ends_at > ${instant(range.from)}), '[]')
          as outside
        from properties p where ${mine} order by p.title limit 500`,
  )
  const entries = await rowsOf<Entry>(
    req,
    sql`select r.id, r.property_id as property, r.reference, r.status, r.kind,
          r.starts_at as "startsAt", r.ends_at as "endsAt", c.name as client
        from reservations r join clients c on c.id = r.client_id
        join properties p on p.id = r.property_id
        where r.status in ('en_attente', 'confirmee') and ${mine}
          and r.starts_at < ${instant(range.to)} and r.ends_at > ${instant(range.from)}
        order by r.starts_at`,
  )
  return { rows, entries }
}
