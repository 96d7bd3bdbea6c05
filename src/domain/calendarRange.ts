import { addDays, addMonths, daysBetween, isDay, isoWeekday, localDay, type Day } from './zone'

/** The days a calendar shows. */
export type Range = { days: Day[]; from: Day; to: Day; before: Day; after: Day }

const spread = (from: Day, count: number) =>
  Array.from({ length: count }, (_, index) => addDays(from, index))

/** The week (Monday first) or month around a day; an unreadable day is today. */
export function rangeAround(view: 'mois' | 'semaine', around: unknown, today: Day): Range {
  const day = typeof around === 'string' && isDay(around) ? around : today
  if (view === 'semaine') {
    const from = addDays(day, 1 - isoWeekday(day))
    const to = addDays(from, 7)
    return { days: spread(from, 7), from, to, before: addDays(from, -7), after: to }
  }
  const month = day.slice(0, 7)
  const [from, to] = [`${month}-01`, `${addMonths(month, 1)}-01`]
  return {
    days: spread(from, daysBetween(from, to)),
    from,
    to,
    before: addDays(from, -1),
    after: to,
  }
}

/** Those of the days that a period touches; one that ends at midnight leaves the next day alone. */
export function touchedDays(
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  days: readonly Day[],
  zone: string,
): Day[] {
  const first = localDay(startsAt, zone)
  const last = localDay(new Date(endsAt.getTime() - 1), zone)
  return days.filter((day) => first <= day && day <= last)
}
