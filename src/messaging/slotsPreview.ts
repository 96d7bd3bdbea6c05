import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { appointmentSlots, type Offer } from '@/domain/availability'
import { closedPeriodFaults, scheduleFaults } from '@/domain/visitHours'
import type { Locale } from '@/domain/status'
import { clockTime, dayInWords } from '@/domain/wording'
import { addDays, instantOf, isDay, localDay, type Day } from '@/domain/zone'
import { env } from '@/env'
import { offerOf } from './offer'

/** The slots a property would offer if its form were saved as it stands. */

const DAYS = 14

const day = z
  .string()
  .transform((text) => text.slice(0, 10))
  .refine(isDay)
const time = z.string().max(5)

export const slotsWish = z.object({
  /** Null for a property that is not saved yet: nothing is taken in it. */
  id: z.int().positive().max(2_147_483_647).nullish(),
  slotMinutes: z.number().min(0).max(10_000),
  visitHours: z.array(z.object({ day: z.coerce.number(), from: time, to: time })).max(100),
  closedPeriods: z.array(z.object({ from: day, to: day })).max(200),
})
export type SlotsWish = z.output<typeof slotsWish>

export type DayOfSlots = { words: string; slots: { at: string; free: boolean }[] }
export type SlotsPreview = { faults: string[]; days: DayOfSlots[] }

export async function previewSlots(
  req: PayloadRequest,
  wish: SlotsWish,
  language: Locale,
): Promise<SlotsPreview> {
  const { id, slotMinutes, visitHours, closedPeriods } = wish
  const faults = [
    ...scheduleFaults({ visitHours, slotMinutes }),
    ...closedPeriodFaults(closedPeriods),
  ]
  if (faults.length > 0) return { faults: faults.map((fault) => fault[language]), days: [] }
  const now = new Date()
  const from = localDay(now, env.timeZone)
  const to = addDays(from, DAYS - 1)
  const noon = (one: Day) => instantOf(one, '12:00', env.timeZone)
  const saved = id ? await offerOf(req, id, noon(from), noon(to)) : null
  const taken = saved?.offer.taken ?? []
  const offer: Offer = { slotMinutes, visitHours, closedPeriods, taken, timeZone: env.timeZone }
  const slots = appointmentSlots({ offer, from, to, now })
  const days = Array.from({ length: DAYS }, (_, index) => addDays(from, index)).map((one) => ({
    words: dayInWords(noon(one), env.timeZone, language),
    slots: slots
      .filter(({ startsAt }) => localDay(startsAt, env.timeZone) === one)
      .map(({ startsAt, free }) => ({ at: clockTime(startsAt, env.timeZone, language), free })),
  }))
  return { faults: [], days }
}
