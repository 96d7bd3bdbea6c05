import type { Payload } from 'payload'
import { poolOf } from '@/database'

/** Forgets what opens nothing any more: counted turns, refusals, sessions and links of the past. */
export async function sweepDoors(payload: Payload): Promise<void> {
  const pool = poolOf(payload)
  await pool.query(`delete from rate_limits where started_at < now() - interval '1 day'`)
  // No copy of a refused request is under way any more.
  await pool.query(
    `delete from request_answers where fingerprint is null and created_at < now() - interval '1 day'`,
  )
  await pool.query(`delete from access_links where expires_at < now()`)
  await pool.query(
    `delete from browser_sessions b where opened_at < now() - interval '1 day'
       and not exists (select 1 from users_sessions s where s.id = b.session)`,
  )
  // Dry runs hold files full of people; an hour is long enough to say yes.
  await pool.query(
    `delete from intakes where state = 'essai' and created_at < now() - interval '1 hour'`,
  )
  await pool.query(
    `delete from client_sessions where ends_at < now() or seen_at < now() - interval '30 days'`,
  )
}
