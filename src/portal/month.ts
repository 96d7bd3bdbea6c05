import type { Locale } from '@/domain/status'
import { addDays, daysBetween, isDay, isoWeekday, localDay, type Day } from '@/domain/zone'
import { env } from '@/env'
import { dayWords } from './freeSlots'

/** Five weeks from today on, then the next five: a month that is never nearly over. */
const SHOWN_DAYS = 35
const FARTHEST_DAYS = 364

/** One day of a calendar that a thumb can press. */
export type Cell = {
  day: Day
  number: string
  /** 'janv.' on the first day of a month, else empty. */
  month: string
  /** The whole day in words, for those who cannot see the grid. */
  words: string
  /** Free slots or nights; 0 is a day that cannot be chosen. */
  free: number
}

export type Month = {
  /** First and last day, in short words. */
  title: [string, string]
  /** Monday 0 to Sunday 6: the empty places before the first day. */
  lead: number
  from: Day
  to: Day
  previous: Day | null
  following: Day | null
}

const inWords = (day: Day, locale: Locale, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    ...options,
    timeZone: 'UTC',
  }).format(new Date(`${day}T12:00:00Z`))

/** The five weeks that hold the asked day, never past ones, never beyond a year. */
export function monthOf(asked: Day | undefined, locale: Locale): Month {
  const today = localDay(new Date(), env.timeZone)
  const ahead = asked && isDay(asked) ? daysBetween(today, asked) : 0
  const page = Math.floor(Math.min(Math.max(ahead, 0), FARTHEST_DAYS) / SHOWN_DAYS)
  const from = addDays(today, page * SHOWN_DAYS)
  const to = addDays(from, SHOWN_DAYS - 1)
  const following = addDays(to, 1)
  const short = { day: 'numeric', month: 'short' } as const
  return {
    title: [inWords(from, locale, short), inWords(to, locale, short)],
    lead: isoWeekday(from) - 1,
    from,
    to,
    previous: page > 0 ? addDays(from, -SHOWN_DAYS) : null,
    following: daysBetween(today, following) <= FARTHEST_DAYS ? following : null,
  }
}

/** The days from one to another, each with how much of it is free. */
export function cellsOf(
  range: { from: Day; to: Day },
  freeOf: (day: Day) => number,
  locale: Locale,
): Cell[] {
  const cells: Cell[] = []
  for (let day = range.from; day <= range.to; day = addDays(day, 1))
    cells.push({
      day,
      number: String(Number(day.slice(8))),
      month: day.endsWith('-01') ? inWords(day, locale, { month: 'short' }) : '',
      words: dayWords(day, locale),
      free: freeOf(day),
    })
  return cells
}

/** 'lun' to 'dim', as the heads of the columns. */
export const weekdayHeads = (locale: Locale) =>
  Array.from({ length: 7 }, (_, index) =>
    inWords(addDays('2026-01-05', index), locale, { weekday: 'short' }).replace('.', ''),
  )
