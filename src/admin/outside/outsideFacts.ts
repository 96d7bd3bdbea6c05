import type { Payload } from 'payload'
import { rowsOf, sql } from '@/database'

export type CalendarState = {
  name: string
  host: string
  succeededAt: string | null
  checkedAt: string | null
  fault: string | null
  periods: number
}

/** How the calendars of a property were last read. */
export const calendarStates = (payload: Payload, property: number) =>
  rowsOf<CalendarState>(
    { payload, transactionID: undefined },
    sql`select c.name, substring(c.address from '^https?://([^/?#]+)') as host,
          o.succeeded_at as "succeededAt", o.checked_at as "checkedAt", o.fault,
          (select count(*)::int from outside_busy b
            where b.calendar_id = o.id and b.ends_at > now()) as periods
        from properties_calendars c left join outside_calendars o
          on o.property_id = c._parent_id and o.address = c.address
        where c._parent_id = ${property} order by c._order`,
  )

export type Clash = {
  reservation: number
  reference: string
  property: string
  calendar: string | null
  startsAt: string
  endsAt: string
  nights: boolean
}

/** Present clashes: of one owner's properties or all, of one reservation or all; 50 at most. */
export const clashesOf = (
  payload: Payload,
  of: { owner: number | null; reservation?: number; property?: number },
) =>
  rowsOf<Clash>(
    { payload, transactionID: undefined },
    sql`select r.id as reservation, r.reference, p.title as property, k.starts_at as "startsAt",
          k.ends_at as "endsAt", b.nights_from is not null as nights,
          (select c.name from properties_calendars c join outside_calendars o
             on o.property_id = c._parent_id and o.address = c.address
           where o.id = k.calendar_id limit 1) as calendar
        from outside_conflicts k join reservations r on r.id = k.reservation_id
          join properties p on p.id = k.property_id
          join outside_busy b using (calendar_id, uid, occurrence)
        where (${of.reservation ?? null}::int is null or r.id = ${of.reservation ?? null}::int)
          and (${of.property ?? null}::int is null or p.id = ${of.property ?? null}::int)
          and (${of.owner}::int is null or exists (select 1 from properties_rels o
            where o.parent_id = p.id and o.path = 'owners' and o.users_id = ${of.owner}::int))
        order by r.starts_at limit 50`,
  )
