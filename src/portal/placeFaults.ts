import { readPlace, type AskedPlace } from '@/domain/askedPlace'
import { judgeAppointment, judgeStay, type Offer, type Problem } from '@/domain/availability'
import type { Locale } from '@/domain/status'
import type { FieldError } from '@/domain/view'
import { instantOf } from '@/domain/zone'
import { env } from '@/env'
import { offerOf } from '@/messaging/offer'
import { placeRefusal } from '@/placeRefusal'
import { outside } from './payload'

type PlaceProblem = Parameters<typeof placeRefusal>[0]

/**
 * Adds what is wrong with the place to what is known to be wrong: every wrong field is told at once.
 * Nothing is locked, for nothing is booked; that a place is taken is no fault of a field.
 */
export async function withPlaceFaults(
  known: FieldError[],
  body: unknown,
  locale: Locale,
): Promise<FieldError[]> {
  if (typeof body !== 'object' || body === null) return known
  const told = new Set(known.map(({ path }) => path))
  const more = (await problemsOf(readPlace(body))).map((problem) => placeRefusal(problem, locale))
  return [
    ...known,
    ...more.flatMap(({ path, message }) => (told.has(path) ? [] : [{ path, message }])),
  ]
}

async function problemsOf({ property, kind, dates }: AskedPlace): Promise<PlaceProblem[]> {
  const now = new Date()
  const { from, to } = spanOf(dates, now)
  const found = property === null ? null : await offerOf(await outside(), property, from, to)
  if (!found?.published) {
    // Of an unknown place only this can be judged: whether its date is one to ask for.
    const problem = dateProblem(dates, NOTHING, now)
    const wrongDate = problem === 'passe' || problem === 'trop_loin' ? [problem] : []
    return property === null ? wrongDate : ['lien_inconnu', ...wrongDate]
  }
  const problem = dateProblem(dates, found.offer, now)
  return [
    ...(kind && !found.kinds.includes(kind) ? ['kind_refuse' as const] : []),
    ...(problem && problem !== 'pris' ? [problem] : []),
  ]
}

const NOTHING: Offer = {
  visitHours: [],
  slotMinutes: 0,
  closedPeriods: [],
  taken: [],
  timeZone: env.timeZone,
}

function spanOf(dates: AskedPlace['dates'], now: Date): { from: Date; to: Date } {
  if (!dates) return { from: now, to: now }
  if ('startsAt' in dates) return { from: dates.startsAt, to: dates.startsAt }
  const midnight = (day: string) => instantOf(day, '00:00', env.timeZone)
  return { from: midnight(dates.from), to: midnight(dates.to) }
}

function dateProblem(dates: AskedPlace['dates'], offer: Offer, now: Date): Problem | null {
  if (!dates) return null
  const verdict =
    'startsAt' in dates
      ? judgeAppointment({ offer, ...dates, now })
      : judgeStay({ offer, ...dates, now })
  return verdict.ok ? null : verdict.problem
}
