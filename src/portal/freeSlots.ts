import type { Locale } from '@/domain/status'
import type { Period, PropertyDetail } from '@/domain/view'
import { clockTime, dayInWords, unbroken, whenInWords } from '@/domain/wording'
import { addDays, instantOf, localDay, type Day } from '@/domain/zone'
import { env } from '@/env'
import { slotsOf } from './properties'

export type FreeSlot = { value: string; time: string; words: string }
export type FreeDay = { day: Day; words: string; slots: FreeSlot[] }

/** Free appointment slots by day, as the place's clock shows them. */
export async function freeDays(
  property: PropertyDetail,
  range: { from: Day; to: Day },
  locale: Locale,
): Promise<FreeDay[]> {
  const slots = await slotsOf(property, { ...range, kind: 'visite' })
  const days = new Map<Day, FreeDay>()
  for (const { startsAt, endsAt, free } of slots) {
    if (!free) continue
    const instant = new Date(startsAt)
    const day = localDay(instant, env.timeZone)
    const entry = days.get(day) ?? {
      day,
      words: dayInWords(instant, env.timeZone, locale),
      slots: [],
    }
    entry.slots.push({
      value: startsAt,
      time: unbroken(clockTime(instant, env.timeZone, locale)),
      words: slotWords({ startsAt, endsAt }, false, locale),
    })
    days.set(day, entry)
  }
  return [...days.values()]
}

/** The first day with a free slot from a day on, within two months, or null. */
export async function nextFreeDay(property: PropertyDetail, from: Day): Promise<Day | null> {
  const slots = await slotsOf(property, { from, to: addDays(from, 60), kind: 'visite' })
  const first = slots.find(({ free }) => free)
  return first ? localDay(new Date(first.startsAt), env.timeZone) : null
}

/** The first free night from a day on, within two months, or null. */
export async function nextFreeNight(property: PropertyDetail, from: Day): Promise<Day | null> {
  const nights = await slotsOf(property, { from, to: addDays(from, 60), kind: 'sejour' })
  return nights.find(({ free }) => free)?.startsAt ?? null
}

export function slotWords(period: Period, stay: boolean, locale: Locale): string {
  const instant = (text: string) => (stay ? instantOf(text, '00:00', env.timeZone) : new Date(text))
  return whenInWords({
    kind: stay ? 'sejour' : 'visite',
    startsAt: instant(period.startsAt),
    endsAt: instant(period.endsAt),
    zone: env.timeZone,
    locale,
  })
}

export const dayWords = (day: Day, locale: Locale) =>
  dayInWords(instantOf(day, '12:00', env.timeZone), env.timeZone, locale)
