import type { Words } from './status'
import { addDays, instantOf, isoWeekday, localDay, type Day, type Time } from './zone'

/** When an answer is due, in working time; kept, late or missed. */

export type OfficeHours = {
  /** Weekday by ISO 8601: Monday 1. */
  periods: readonly { day: number; opens: Time; closes: Time }[]
  holidays: readonly Day[]
  timeZone: string
}

export const PROMISE_STATES = ['a_temps', 'bientot', 'en_retard', 'tenue', 'manquee'] as const
export type PromiseState = (typeof PROMISE_STATES)[number]

export const PROMISE_LABELS: Record<PromiseState, Words> = {
  a_temps: { fr: 'À temps', en: 'In time' },
  bientot: { fr: 'Bientôt due', en: 'Due soon' },
  en_retard: { fr: 'En retard', en: 'Late' },
  tenue: { fr: 'Tenue', en: 'Kept' },
  manquee: { fr: 'Manquée', en: 'Missed' },
}

const MINUTE = 60_000
/** The longest promise, 10 080 minutes, at five minutes a week, and years of holidays to spare. */
const SEARCHED_DAYS = 16_000

/** Then the promise is plain clock time. */
export const neverOpens = ({ periods }: OfficeHours) =>
  !periods.some(({ opens, closes }) => opens < closes)

/** The open hours of a day as instants, in order; of what overlaps only what the later ones add. */
function openHours(day: Day, hours: OfficeHours): { from: number; to: number }[] {
  if (hours.holidays.includes(day)) return []
  let counted = 0
  return hours.periods
    .filter((period) => period.day === isoWeekday(day))
    .map(({ opens, closes }) => ({
      opens: instantOf(day, opens, hours.timeZone).getTime(),
      closes: instantOf(day, closes, hours.timeZone).getTime(),
    }))
    .sort((one, other) => one.opens - other.opens)
    .map(({ opens, closes }) => {
      const from = Math.max(opens, counted)
      counted = Math.max(from, closes)
      return { from, to: counted }
    })
}

/**
 * The end of `minutes` of working time after `from`. Without opening hours, or with such that never
 * open, working time is plain time. An end that falls on a closing minute is that minute.
 */
export function respondBy(request: { from: Date; minutes: number; hours: OfficeHours }): Date {
  const { from, minutes, hours } = request
  const start = from.getTime()
  const searched = neverOpens(hours) ? 0 : SEARCHED_DAYS
  let left = minutes * MINUTE
  let day = localDay(from, hours.timeZone)
  for (let days = 0; days < searched; days += 1) {
    for (const period of openHours(day, hours)) {
      const begin = Math.max(period.from, start)
      const length = Math.max(0, period.to - begin)
      if (left <= length) return new Date(begin + left)
      left -= length
    }
    day = addDays(day, 1)
  }
  return new Date(start + minutes * MINUTE)
}

/** Whether closed hours lie before the deadline: its delay alone would then name another time. */
export const countsHours = (request: { from: Date; respondBy: Date; minutes: number }) =>
  request.respondBy.getTime() - request.from.getTime() > request.minutes * MINUTE

type Hold = { from: Date; respondBy: Date; holdHours: number }

/** Until when a request made at `from` holds its place: its hours, and never less than its promise. */
export const heldUntil = ({ from, respondBy: due, holdHours }: Hold): Date =>
  new Date(Math.max(from.getTime() + holdHours * 60 * MINUTE, due.getTime()))

/**
 * For how many hours at most it holds its place, or null where the promised answer comes later: then
 * the place is held until it is due.
 */
export const mostHoursHeld = (hold: Hold): number | null =>
  heldUntil(hold).getTime() - hold.from.getTime() > hold.holdHours * 60 * MINUTE
    ? null
    : hold.holdHours

/**
 * Working minutes from one instant to another, with fractions: a promise of as many minutes or more
 * would have been kept. The mirror of `respondBy`.
 */
export function workingMinutes(span: { from: Date; to: Date; hours: OfficeHours }): number {
  const { hours } = span
  const from = span.from.getTime()
  const to = span.to.getTime()
  if (neverOpens(hours)) return Math.max(0, to - from) / MINUTE
  let spent = 0
  let day = localDay(span.from, hours.timeZone)
  const last = localDay(span.to, hours.timeZone)
  for (; day <= last; day = addDays(day, 1))
    for (const period of openHours(day, hours))
      spent += Math.max(0, Math.min(period.to, to) - Math.max(period.from, from))
  return spent / MINUTE
}

/**
 * What became of a promise so far. `bientot` while at most a third of its span is left; an answer
 * decides for ever, and so does the end of a request whose time had passed without one.
 */
export function promiseState(promise: {
  requestedAt: Date
  respondBy: Date
  respondedAt: Date | null
  /** When the request ended without an answer: nobody waits any more. */
  endedAt?: Date | null
  now: Date
}): PromiseState {
  const due = promise.respondBy.getTime()
  if (promise.respondedAt) return promise.respondedAt.getTime() <= due ? 'tenue' : 'manquee'
  const left = due - (promise.endedAt ?? promise.now).getTime()
  if (left < 0) return promise.endedAt ? 'manquee' : 'en_retard'
  return left * 3 <= due - promise.requestedAt.getTime() ? 'bientot' : 'a_temps'
}

/**
 * What the house says to itself of a promise: its state, and nothing of a request that ended in time
 * without an answer, for nobody kept it and nobody broke it.
 */
export function promiseVerdict(promise: Parameters<typeof promiseState>[0]): PromiseState | null {
  const state = promiseState(promise)
  const open = !promise.respondedAt && promise.endedAt
  return open && state !== 'manquee' ? null : state
}
