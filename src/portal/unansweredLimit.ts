import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'

const MOST = 3

/**
 * One phone holds at most three places that nobody answered yet. The lock lets one request per
 * phone through at a time, so that two at once cannot both be the third.
 * @returns seconds until a place is answered or let go, 0 when the phone may ask
 */
export async function unansweredLimit(req: PayloadRequest, phone: string): Promise<number> {
  await rowsOf(req, sql`select pg_advisory_xact_lock(hashtextextended(${phone}, 42))`)
  const [row] = await rowsOf<{ unanswered: number; wait: number | null }>(
    req,
    sql`select count(*)::int as unanswered,
          ceil(extract(epoch from min(r.hold_until) - now()))::int as wait
        from reservations r join clients c on c.id = r.client_id
        where c.phone = ${phone} and r.status = 'en_attente'`,
  )
  if (!row || row.unanswered < MOST) return 0
  return Math.max(60, row.wait ?? 60)
}
