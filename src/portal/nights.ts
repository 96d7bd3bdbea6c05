import type { Locale } from '@/domain/status'
import { addDays, daysBetween, isoWeekday, type Day } from '@/domain/zone'
import { cellsOf, type Cell } from './month'
import { slotsOf } from './properties'

/** Departures are offered up to this many nights after the arrival. */
const MOST_NIGHTS = 30

/** The free nights of a range, by the day they begin on. */
export async function freeNights(
  property: { id: number },
  range: { from: Day; to: Day },
): Promise<Set<Day>> {
  const nights = await slotsOf(property, { from: range.from, to: range.to, kind: 'sejour' })
  return new Set(nights.flatMap(({ startsAt, free }) => (free ? [startsAt] : [])))
}

/** The days one can leave on after an arrival, each with its number of nights. */
export async function departuresFrom(
  property: { id: number },
  arrival: Day,
  locale: Locale,
): Promise<{ lead: number; cells: Cell[] }> {
  const free = await freeNights(property, { from: arrival, to: addDays(arrival, MOST_NIGHTS - 1) })
  let last = arrival
  while (free.has(last)) last = addDays(last, 1)
  const first = addDays(arrival, 1)
  return {
    lead: isoWeekday(first) - 1,
    cells: cellsOf({ from: first, to: last }, (day) => daysBetween(arrival, day), locale),
  }
}
