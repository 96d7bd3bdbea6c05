import { rowsOf, sql } from '@/database'
import { hashOf, randomToken } from '@/secrets'
import { outside } from './payload'

/** How long a proof opens a reservation, and how long a device may stay away. */
export const PROOF_DAYS = 90
const IDLE_DAYS = 30
const OVERLAP = '30 seconds'

const alive = sql`s.ends_at > now() and s.seen_at > now() - make_interval(days => ${IDLE_DAYS})`

/** The references that this session has proved, newest proof first. */
export async function referencesOf(token: string | undefined): Promise<string[]> {
  if (!token) return []
  const session = hashOf(token)
  const rows = await rowsOf<{ reference: string }>(
    await outside(),
    sql`with seen as (
          update client_sessions s set seen_at = now()
          where s.token_hash = ${session} and s.seen_at < now() - interval '1 hour' and ${alive})
        select r.reference from client_sessions s
        join client_proofs p on p.session = s.token_hash
        join reservations r on r.id = p.reservation_id and r.tracking_version = p.tracking_version
        where s.token_hash = ${session} and ${alive}
          and p.proven_at > now() - make_interval(days => ${PROOF_DAYS})
        order by p.proven_at desc, r.id desc`,
  )
  return rows.map(({ reference }) => reference)
}

/**
 * A new session with what the old one had proved and `references`. The old id never learns of the
 * new proof, so whoever planted it gains nothing; it lives on for as long as requests under way
 * may still carry it.
 * @returns the new token, for the cookie
 */
export async function openSession(old: string | undefined, references: string[]): Promise<string> {
  const token = randomToken()
  const session = hashOf(token)
  const list = sql.join(
    ['', ...references].map((reference) => sql`${reference}`),
    sql`, `,
  )
  await rowsOf(
    await outside(),
    sql`with old as (
          update client_sessions s set ends_at = least(s.ends_at, now() + ${OVERLAP}::interval)
          where s.token_hash = ${old ? hashOf(old) : ''} and ${alive}
          returning s.token_hash, s.device),
        fresh as (
          insert into client_sessions (token_hash, device, ends_at)
          values (${session}, coalesce((select device from old), gen_random_uuid()),
            now() + make_interval(days => ${PROOF_DAYS})))
        insert into client_proofs (session, reservation_id, tracking_version, proven_at)
        select ${session}, r.id, r.tracking_version, now() from reservations r
          where r.reference in (${list})
        union all
        select ${session}, p.reservation_id, p.tracking_version, p.proven_at
          from client_proofs p join old on p.session = old.token_hash
        on conflict do nothing`,
  )
  return token
}

/** Ends the session here, and every id that this device had before. */
export async function endSession(token: string | undefined): Promise<void> {
  if (!token) return
  await rowsOf(
    await outside(),
    sql`delete from client_sessions where device =
          (select device from client_sessions where token_hash = ${hashOf(token)})`,
  )
}
