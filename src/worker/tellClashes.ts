import type { Payload, PayloadRequest } from 'payload'
import { databaseNow, poolOf, rowsOf, sql } from '@/database'
import { queueClash, type ClashPeriod } from '@/messaging/queueClash'
import { doApart } from './doApart'

/**
 * Tells the owners of every reservation that another program's calendar has taken too, once for each
 * such period. Nothing else is done about it: whom to disappoint is for a person to decide.
 * @param goOn whether to tell another one: who is asked to stop leaves the backlog to others
 * @returns how many reservations were told of
 */
export async function tellClashes(
  payload: Payload,
  { goOn = () => true }: { goOn?: () => boolean } = {},
): Promise<number> {
  const { rows } = await poolOf(payload).query<{ id: number }>(
    `select distinct k.reservation_id as id from outside_conflicts k
     where not exists (select 1 from outside_clashes c where c.reservation_id = k.reservation_id
       and c.calendar_id = k.calendar_id and c.uid = k.uid and c.occurrence = k.occurrence)
     limit 100`,
  )
  let told = 0
  for (const { id } of rows) {
    if (!goOn()) break
    if (await doApart(payload, `clash of reservation ${id}`, (req) => tell(req, id))) told += 1
  }
  return told
}

/** @returns whether there was something to tell, and the row was not another worker's */
async function tell(req: PayloadRequest, reservation: number): Promise<boolean> {
  const [lock] = await rowsOf(
    req,
    sql`select 1 from reservations where id = ${reservation} for update skip locked`,
  )
  if (!lock) return false
  const periods = await rowsOf<ClashPeriod>(
    req,
    sql`with told as (
          insert into outside_clashes (reservation_id, calendar_id, uid, occurrence)
          select reservation_id, calendar_id, uid, occurrence from outside_conflicts
          where reservation_id = ${reservation} on conflict do nothing
          returning calendar_id, uid, occurrence)
        select b.starts_at as "startsAt", b.ends_at as "endsAt",
          b.nights_from is not null as nights,
          coalesce((select c.name from properties_calendars c where c._parent_id = o.property_id
            and c.address = o.address limit 1), '') as calendar
        from told t join outside_busy b using (calendar_id, uid, occurrence)
          join outside_calendars o on o.id = t.calendar_id
        order by b.starts_at`,
  )
  if (periods.length === 0) return false
  await queueClash(req, reservation, periods, await databaseNow(req))
  return true
}
