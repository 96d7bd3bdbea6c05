import type { Payload, PayloadRequest } from 'payload'
import { databaseNow, rowsOf, sql } from '@/database'
import { dueTask, TASKS, type Clocked, type Task } from '@/domain/due'
import type { Event } from '@/domain/notifications'
import { env } from '@/env'
import { queueNotices } from '@/messaging/queueNotices'
import type { Reservation } from '@/payload-types'
import { doApart } from './doApart'
import { dueReservations, PAGE, type Cursor } from './dueReservations'

/**
 * What time sets off, for every reservation it is due for. Any number of workers may do this at
 * once: a row is locked or skipped, and what was done is marked in the transaction of its messages.
 * @param at the instant to act at; the database's clock where it is left out
 * @param goOn asked between reservations: time to say that one lives, or to stop in mid-backlog
 * @returns how many things were done, by kind
 */
export async function keepClocks(
  payload: Payload,
  { at, goOn }: { at?: Date; goOn?: () => Promise<boolean> } = {},
): Promise<Record<Task, number>> {
  const done = { expiration: 0, retard: 0, rappel_delai: 0, rappel_visite: 0 }
  const outside = { payload, transactionID: undefined }
  for (const task of TASKS) {
    const now = at ?? (await databaseNow(outside))
    let page: Cursor[] = []
    do {
      page = await dueReservations(outside, task, now, page.at(-1) ?? null)
      for (const { id } of page) {
        const name = `${task} of reservation ${id}`
        if (await doApart(payload, name, (req) => doDue(req, id, task, at))) done[task] += 1
        if (goOn && !(await goOn())) return done
      }
    } while (page.length === PAGE)
  }
  return done
}

/** Does the task if it is still due for the locked row. @returns whether it was */
async function doDue(req: PayloadRequest, id: number, task: Task, at?: Date): Promise<boolean> {
  const [lock] = await rowsOf<{ now: string | Date; confirmedAt: string | Date | null }>(
    req,
    sql`select clock_timestamp() as now, greatest(scim_moved_at(r.id),
          (select max(at) from status_history
           where reservation_id = r.id and "to" = 'confirmee')) as "confirmedAt"
        from reservations r where id = ${id} for update skip locked`,
  )
  if (!lock) return false
  const now = at ?? new Date(lock.now)
  const reservation = await req.payload.findByID({
    collection: 'reservations',
    id,
    req,
    overrideAccess: true,
    depth: 0,
    joins: false,
  })
  const clocked = clockedOf(reservation, lock.confirmedAt)
  if (dueTask(clocked, now, env.timeZone) !== task) return false
  await act(req, task, reservation, now)
  return true
}

const dateOf = (value: string | Date | null | undefined) => (value ? new Date(value) : null)

function clockedOf(row: Reservation, confirmedAt: string | Date | null): Clocked {
  return {
    status: row.status,
    slaMinutes: row.slaMinutes,
    respondBy: new Date(row.respondBy),
    holdUntil: new Date(row.holdUntil),
    startsAt: new Date(row.startsAt),
    respondedAt: dateOf(row.respondedAt),
    remindedAt: dateOf(row.remindedAt),
    lateToldAt: dateOf(row.lateToldAt),
    visitRemindedAt: dateOf(row.visitRemindedAt),
    confirmedAt: dateOf(confirmedAt),
  }
}

/** Which column remembers that it was done, and which event it is for those who must hear of it. */
const REACTIONS = {
  retard: { mark: sql`late_told_at`, event: 'delai_passe' },
  rappel_delai: { mark: sql`reminded_at`, event: 'delai_proche' },
  rappel_visite: { mark: sql`visit_reminded_at`, event: 'veille' },
} as const satisfies Partial<Record<Task, { mark: unknown; event: Event }>>

async function act(req: PayloadRequest, task: Task, row: Reservation, now: Date): Promise<void> {
  req.context.now = now
  if (task === 'expiration') return expire(req, row.id)
  const { mark, event } = REACTIONS[task]
  await rowsOf(
    req,
    sql`update reservations set ${mark} = ${now.toISOString()} where id = ${row.id}`,
  )
  await queueNotices(req, event, row, now)
}

/** By the same door as every decision: history, messages, the place given back. Silence never confirms. */
async function expire(req: PayloadRequest, id: number): Promise<void> {
  req.context.actor = 'systeme'
  await req.payload.update({
    collection: 'reservations',
    id,
    req,
    overrideAccess: true,
    depth: 0,
    data: { status: 'annulee' },
  })
}
