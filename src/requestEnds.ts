import { rowsOf, sql } from '@/database'

type Row = { id: number; status?: unknown; respondedAt?: unknown }

/** Over, and nobody answered: only the history tells when that was. */
const endedUnanswered = ({ status, respondedAt }: Row) => status === 'annulee' && !respondedAt

/** When those of them ended that ended without an answer, by id: one statement, or none. */
export async function requestEnds(
  req: Parameters<typeof rowsOf>[0],
  rows: readonly Row[],
): Promise<Map<number, Date>> {
  const ids = rows.filter(endedUnanswered).map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const found = await rowsOf<{ id: number; at: string }>(
    req,
    sql`select reservation_id as id, max(at) as at from status_history
        where reservation_id in (${sql.join(ids, sql`, `)}) group by 1`,
  )
  return new Map(found.map(({ id, at }) => [id, new Date(at)]))
}
