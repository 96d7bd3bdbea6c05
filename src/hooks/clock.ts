import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import { preparedFor } from '@/prepared'

/**
 * The instant of the event a request is about, the same in all its hooks: the database's clock,
 * read after the row was locked, so that of two decisions the later one has the later time.
 * Demo data and tests set `context.now` beforehand; no HTTP request can.
 */
export async function clockOf(req: PayloadRequest): Promise<Date> {
  const known = req.context.now ?? preparedFor(req)?.now
  if (known instanceof Date) return known
  const [row] = await rowsOf<{ now: string | Date }>(req, sql`select clock_timestamp() as now`)
  if (!row) throw new Error('the database told no time')
  const now = new Date(row.now)
  req.context.now = now
  return now
}
