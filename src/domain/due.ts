import type { Status } from './status'
import { addDays, instantOf, localDay, localMinutes } from './zone'

/** What time owes a reservation: the one place that says whether something is due, and what. */

export const TASKS = ['expiration', 'retard', 'rappel_delai', 'rappel_visite'] as const
export type Task = (typeof TASKS)[number]

/** The columns that decide. The three last ones say what was done already. */
export type Clocked = {
  status: Status
  respondBy: Date
  /** Minutes that were promised. */
  slaMinutes: number
  /** When a person answered, by a decision or otherwise. */
  respondedAt: Date | null
  holdUntil: Date
  startsAt: Date
  /** When the client was last told this date: with the confirmation, or a move after it. */
  confirmedAt: Date | null
  remindedAt: Date | null
  lateToldAt: Date | null
  visitRemindedAt: Date | null
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Owners are reminded when this share of the promised delay is left, but never earlier than the cap. */
export const REMINDER = { share: 1 / 3, mostMinutes: 60 } as const

/** A visit confirmed shortly before it begins needs no reminder: the confirmation has just said it. */
const FRESH = 6 * HOUR
/** Reminders of the day before go out from this hour of the place on. */
const MORNING = 8 * 60

export function reminderAt({ respondBy, slaMinutes }: Pick<Clocked, 'respondBy' | 'slaMinutes'>) {
  const lead = Math.min(slaMinutes * REMINDER.share, REMINDER.mostMinutes)
  return new Date(respondBy.getTime() - lead * MINUTE)
}

/**
 * Everything that starts up to this instant has its reminder of the day before due: all of tomorrow
 * once it is morning at the place, and in any case the next 24 hours.
 */
export function visitHorizon(now: Date, zone: string): Date {
  const dayAhead = now.getTime() + 24 * HOUR
  if (localMinutes(now, zone) < MORNING) return new Date(dayAhead)
  const tomorrowEnds = instantOf(addDays(localDay(now, zone), 2), '00:00', zone).getTime() - 1
  return new Date(Math.max(dayAhead, tomorrowEnds))
}

/**
 * The one thing that is due for a reservation now, or null. Work that came too late is left out, not
 * made up for: after an outage a request whose hold ran out expires and nothing else is said about
 * it; nobody is reminded of a deadline that has passed, or of a visit that has begun.
 *
 * Only a request that nobody answered expires: once a person has spoken with the client, a program
 * does not take the place away behind their backs.
 */
export function dueTask(reservation: Clocked, now: Date, zone: string): Task | null {
  const { status, respondedAt, respondBy, holdUntil, startsAt, confirmedAt } = reservation
  if (status === 'en_attente' && !respondedAt) {
    if (holdUntil <= now) return 'expiration'
    if (respondBy < now) return reservation.lateToldAt ? null : 'retard'
    return !reservation.remindedAt && reminderAt(reservation) <= now ? 'rappel_delai' : null
  }
  if (status !== 'confirmee' || reservation.visitRemindedAt) return null
  if (startsAt <= now || startsAt > visitHorizon(now, zone)) return null
  const fresh = confirmedAt && startsAt.getTime() - confirmedAt.getTime() < FRESH
  return fresh ? null : 'rappel_visite'
}
