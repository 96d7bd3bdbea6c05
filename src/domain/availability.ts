import type { Kind } from './status'
import { addDays, daysBetween, instantOf, isoWeekday, localDay, type Day, type Time } from './zone'

/** What a property offers, less what is taken. Appointments are slots, stays are nights. */

export type VisitHours = { day: number; from: Time; to: Time }
export type ClosedPeriod = { from: Day; to: Day }
export type Taken = { startsAt: Date; endsAt: Date; kind: Kind }

export type Offer = {
  visitHours: readonly VisitHours[]
  /** Length of an appointment, whole minutes. */
  slotMinutes: number
  /** Days on which nothing is possible, both included. */
  closedPeriods: readonly ClosedPeriod[]
  /** Held and confirmed periods, half open. */
  taken: readonly Taken[]
  timeZone: string
}

export type Slot = { startsAt: Date; endsAt: Date; free: boolean }
export type Night = { startsAt: Day; endsAt: Day; free: boolean }
export type Problem = 'passe' | 'trop_loin' | 'hors_horaires' | 'duree' | 'pris'
export type Judgement = { ok: true; startsAt: Date; endsAt: Date } | { ok: false; problem: Problem }

const MINUTE = 60_000
const FARTHEST_DAYS = 365
const LONGEST_STAY = 90
const SEARCHED_DAYS = 30

const isClosed = (offer: Offer, day: Day) =>
  offer.closedPeriods.some(({ from, to }) => from <= day && day <= to)

/** The last day on which something asked for now may begin. */
const lastDay = (now: Date, zone: string) => addDays(localDay(now, zone), FARTHEST_DAYS)

/** Tells in one pass over sorted periods whether later and later spans are free. */
function freeness(taken: readonly Taken[]) {
  const sorted = [...taken].sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
  let open: Taken[] = []
  let next = 0
  return (from: number, to: number): boolean => {
    for (let one = sorted[next]; one && one.startsAt.getTime() < to; one = sorted[next]) {
      open.push(one)
      next += 1
    }
    open = open.filter(({ endsAt }) => endsAt.getTime() > from)
    return open.length === 0
  }
}

function slotsOfDay(offer: Offer, day: Day): { from: number; to: number }[] {
  const length = offer.slotMinutes * MINUTE
  if (!(length > 0)) return []
  return offer.visitHours
    .filter((hours) => hours.day === isoWeekday(day))
    .flatMap((hours) => {
      const opens = instantOf(day, hours.from, offer.timeZone).getTime()
      const closes = instantOf(day, hours.to, offer.timeZone).getTime()
      const count = Math.max(0, Math.floor((closes - opens) / length))
      return Array.from({ length: count }, (_, index) => ({
        from: opens + index * length,
        to: opens + (index + 1) * length,
      }))
    })
    .sort((one, other) => one.from - other.from)
}

/** Every slot of the days from `from` to `to`, both included, with whether it can be asked for. */
export function appointmentSlots(asked: { offer: Offer; from: Day; to: Day; now: Date }): Slot[] {
  const { offer, from, to, now } = asked
  const isFree = freeness(offer.taken)
  const last = lastDay(now, offer.timeZone)
  const slots: Slot[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const closed = isClosed(offer, day) || day > last
    for (const slot of slotsOfDay(offer, day))
      slots.push({
        startsAt: new Date(slot.from),
        endsAt: new Date(slot.to),
        free: isFree(slot.from, slot.to) && !closed && slot.from > now.getTime(),
      })
  }
  return slots
}

/** Every night of the days from `from` to `to`, both included. Appointments never block a night. */
export function nights(asked: { offer: Offer; from: Day; to: Day; now: Date }): Night[] {
  const { offer, from, to, now } = asked
  const today = localDay(now, offer.timeZone)
  // The last night of the longest stay that begins on the last day.
  const farthest = addDays(today, FARTHEST_DAYS + LONGEST_STAY - 1)
  const isFree = freeness(offer.taken.filter(({ kind }) => kind === 'sejour'))
  const found: Night[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const next = addDays(day, 1)
    const begins = instantOf(day, '00:00', offer.timeZone).getTime()
    const ends = instantOf(next, '00:00', offer.timeZone).getTime()
    found.push({
      startsAt: day,
      endsAt: next,
      free: isFree(begins, ends) && !isClosed(offer, day) && today <= day && day <= farthest,
    })
  }
  return found
}

/** Whether an appointment can be asked for. `endsAt` may be left out: it is the slot's end. */
export function judgeAppointment(asked: {
  offer: Offer
  startsAt: Date
  endsAt: Date | null
  now: Date
}): Judgement {
  const { offer, startsAt, endsAt, now } = asked
  if (startsAt <= now) return { ok: false, problem: 'passe' }
  const day = localDay(startsAt, offer.timeZone)
  if (day > lastDay(now, offer.timeZone)) return { ok: false, problem: 'trop_loin' }
  const slot = appointmentSlots({ offer, from: day, to: day, now }).find(
    (one) => one.startsAt.getTime() === startsAt.getTime(),
  )
  if (!slot) return { ok: false, problem: 'hors_horaires' }
  if (endsAt && endsAt.getTime() !== slot.endsAt.getTime()) return { ok: false, problem: 'duree' }
  return slot.free
    ? { ok: true, startsAt: slot.startsAt, endsAt: slot.endsAt }
    : { ok: false, problem: 'pris' }
}

/** Whether the nights from one day to another can be asked for. */
export function judgeStay(asked: { offer: Offer; from: Day; to: Day; now: Date }): Judgement {
  const { offer, from, to, now } = asked
  const today = localDay(now, offer.timeZone)
  const count = daysBetween(from, to)
  if (from < today) return { ok: false, problem: 'passe' }
  if (from > lastDay(now, offer.timeZone)) return { ok: false, problem: 'trop_loin' }
  if (count < 1 || count > LONGEST_STAY) return { ok: false, problem: 'duree' }
  if (nights({ offer, from, to: addDays(to, -1), now }).some(({ free }) => !free))
    return { ok: false, problem: 'pris' }
  return {
    ok: true,
    startsAt: instantOf(from, '00:00', offer.timeZone),
    endsAt: instantOf(to, '00:00', offer.timeZone),
  }
}

/** The free slots nearest to the wanted instant, nearest first, all of them in the future. */
export function alternatives(asked: {
  offer: Offer
  wanted: Date
  now: Date
  count: number
}): { startsAt: Date; endsAt: Date }[] {
  const { offer, wanted, now, count } = asked
  const day = localDay(wanted, offer.timeZone)
  const distance = (slot: Slot) => Math.abs(slot.startsAt.getTime() - wanted.getTime())
  return appointmentSlots({
    offer,
    from: addDays(day, -SEARCHED_DAYS),
    to: addDays(day, SEARCHED_DAYS),
    now,
  })
    .filter(({ free }) => free)
    .sort((one, other) => distance(one) - distance(other))
    .slice(0, count)
    .map(({ startsAt, endsAt }) => ({ startsAt, endsAt }))
}

/** The free stays of the same length that begin nearest to the wanted day. */
export function alternativeStays(asked: {
  offer: Offer
  from: Day
  to: Day
  now: Date
  count: number
}): { startsAt: Day; endsAt: Day }[] {
  const { offer, from, to, now, count } = asked
  const length = daysBetween(from, to)
  if (length < 1 || length > LONGEST_STAY) return []
  const first = addDays(from, -SEARCHED_DAYS)
  const known = nights({ offer, from: first, to: addDays(to, SEARCHED_DAYS), now })
  const last = lastDay(now, offer.timeZone)
  let run = 0
  const found: { startsAt: Day; endsAt: Day }[] = []
  for (const night of known) {
    run = night.free ? run + 1 : 0
    const startsAt = addDays(night.endsAt, -length)
    if (run >= length && startsAt <= last) found.push({ startsAt, endsAt: night.endsAt })
  }
  const distance = (stay: { startsAt: Day }) => Math.abs(daysBetween(from, stay.startsAt))
  return found.sort((one, other) => distance(one) - distance(other)).slice(0, count)
}
