import { rowsOf, sql } from '@/database'
import { periodOf, type Answers } from './funnel'
import { outside } from './payload'

/**
 * Which of these reservations holds the very moment that was asked for, or null: whoever sends a
 * request a second time, from another tab or after a lost answer, hears that it is theirs already.
 */
export async function ownRequestAt(
  asked: Answers & { property: number; stay: boolean },
  references: readonly string[],
): Promise<string | null> {
  const period = periodOf(asked.stay ? 'sejour' : 'visite', asked)
  if (!period || references.length === 0) return null
  const { startsAt, endsAt } = period
  const list = sql.join(
    references.map((reference) => sql`${reference}`),
    sql`, `,
  )
  const [row] = await rowsOf<{ reference: string }>(
    await outside(),
    sql`select reference from reservations
        where reference in (${list}) and property_id = ${asked.property}
          and status in ('en_attente', 'confirmee') and (kind = 'sejour') = ${asked.stay}
          and tstzrange(starts_at, ends_at) &&
            tstzrange(${startsAt}, ${endsAt ?? startsAt}, ${endsAt ? '[)' : '[]'})
        order by starts_at limit 1`,
  )
  return row?.reference ?? null
}
