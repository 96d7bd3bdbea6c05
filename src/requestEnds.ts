import type { Payload } from 'payload'
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

let together: { rows: Row[]; ends: Promise<Map<number, Date>> } | null = null

/** The same of one row, for the cells of a list: those that ask in one go are read in one go. */
export async function requestEnd(payload: Payload, row: Row): Promise<Date | undefined> {
  if (!endedUnanswered(row)) return undefined
  const rows = together?.rows ?? []
  rows.push(row)
  together ??= {
    rows,
    ends: new Promise((resolve) => {
      setImmediate(() => {
        together = null
        resolve(requestEnds({ payload, transactionID: undefined }, rows))
      })
    }),
  }
  return (await together.ends).get(row.id)
}
