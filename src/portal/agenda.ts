import { sql } from '@/database'
import type { FieldError } from '@/domain/view'
import type { ProgramView } from '@/domain/webhook'
import { addDays, daysBetween, instantOf, isDay } from '@/domain/zone'
import { env } from '@/env'
import { programViews } from '@/messaging/programView'
import { outside } from './payload'

const MOST_DAYS = 62

type Answer = { status: 200; reservations: ProgramView[] } | { status: 400; errors: FieldError[] }

/** Held and confirmed reservations that touch these days, both included, the earliest first. */
export async function agenda(query: URLSearchParams): Promise<Answer> {
  const from = query.get('from') ?? ''
  const to = query.get('to') ?? ''
  const message = 'Indiquez un jour, par exemple 2026-12-01.'
  const errors = Object.entries({ from, to })
    .filter(([, day]) => !isDay(day))
    .map(([path]) => ({ path, message }))
  if (errors.length > 0) return { status: 400, errors }
  const days = daysBetween(from, to) + 1
  if (days < 1 || days > MOST_DAYS)
    return {
      status: 400,
      errors: [{ path: 'to', message: `Demandez de 1 à ${MOST_DAYS} jours.` }],
    }
  const begins = instantOf(from, '00:00', env.timeZone).toISOString()
  const ends = instantOf(addDays(to, 1), '00:00', env.timeZone).toISOString()
  const reservations = await programViews(
    await outside(),
    sql`r.status in ('en_attente', 'confirmee') and r.starts_at < ${ends}::timestamptz
      and r.ends_at > ${begins}::timestamptz order by r.starts_at, r.id`,
  )
  return { status: 200, reservations }
}
