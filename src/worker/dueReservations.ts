import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import { REMINDER, visitHorizon, type Task } from '@/domain/due'
import { env } from '@/env'

export const PAGE = 100

/** Where a page of due reservations ends, so that the next one begins after it. */
export type Cursor = { at: string; id: number }

/**
 * Which reservations may have a task due: each statement reads one partial index of its own, so it
 * costs the same with a million rows. `domain/due` has the last word, once the row is locked.
 */
const WHERE: Record<Task, (now: string) => ReturnType<typeof sql>> = {
  expiration: (now) => sql`status = 'en_attente' and responded_at is null and hold_until <= ${now}`,
  retard: (now) => sql`status = 'en_attente' and responded_at is null and late_told_at is null
    and respond_by < ${now} and hold_until > ${now}`,
  rappel_delai: (now) => sql`status = 'en_attente' and responded_at is null
    and reminded_at is null and respond_by >= ${now} and hold_until > ${now}
    and respond_by <= ${now}::timestamptz + make_interval(mins => ${REMINDER.mostMinutes})
    and respond_by <= ${now}::timestamptz + make_interval(secs => 60 *
      least(sla_minutes::double precision * ${REMINDER.share}, ${REMINDER.mostMinutes}))`,
  rappel_visite: (now) => sql`status = 'confirmee' and visit_reminded_at is null
    and starts_at > ${now}
    and starts_at <= ${visitHorizon(new Date(now), env.timeZone).toISOString()}`,
}

const ORDER: Record<Task, ReturnType<typeof sql>> = {
  expiration: sql`hold_until`,
  retard: sql`respond_by`,
  rappel_delai: sql`respond_by`,
  rappel_visite: sql`starts_at`,
}

/** A page of candidates, the longest overdue first. Rows that another worker holds are there too. */
export async function dueReservations(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  task: Task,
  now: Date,
  after: Cursor | null,
): Promise<Cursor[]> {
  const order = ORDER[task]
  const beyond = after ? sql`and (${order}, id) > (${after.at}::timestamptz, ${after.id})` : sql``
  return rowsOf<Cursor>(
    req,
    sql`select id, ${order}::text as at from reservations
        where ${WHERE[task](now.toISOString())} ${beyond}
        order by ${order}, id limit ${PAGE}`,
  )
}
