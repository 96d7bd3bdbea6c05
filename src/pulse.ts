import type { Payload } from 'payload'
import { poolOf } from '@/database'
import { stallOf, type Pulse, type Stall } from '@/domain/stall'
import { env } from '@/env'

/** How the machinery does, by the database's clock: one statement over small partial indexes. */
export async function pulseOf(payload: Payload): Promise<Pulse> {
  const { rows } = await poolOf(payload).query<Omit<Pulse, 'mail'>>(
    `select
       (select extract(epoch from now() - max(beat_at))::int from worker_heartbeats) as beat,
       greatest(
         (select extract(epoch from now() - min(respond_by))::int from reservations
          where status = 'en_attente' and responded_at is null and late_told_at is null
            and respond_by < now() and hold_until > now()),
         (select extract(epoch from now() - min(hold_until))::int from reservations
          where status = 'en_attente' and responded_at is null and hold_until <= now())
       ) as clocks,
       (select extract(epoch from now() - min(next_attempt_at))::int from messages
        where channel = 'email' and direction = 'sortant' and state in ('a_envoyer', 'echouee')
          and next_attempt_at <= now()) as "mailOverdue",
       (select extract(epoch from now() - min(mail_down_since))::int from worker_heartbeats h
        where beat_at > now() - interval '1 minute' and mail_down_since is not null
          and not exists (select 1 from messages m
            where m.state = 'envoyee' and m.sent_at > h.mail_down_since)) as "mailDown"`,
  )
  const [row] = rows
  if (!row) throw new Error('the pulse answered no row')
  return { ...row, mail: env.smtpUrl !== undefined }
}

const FRESH = 5_000
let known: { at: number; stall: Promise<Stall | null> } | undefined

/** What stands still, for pages that are read often: at most `FRESH` milliseconds old. */
export async function stallNow(payload: Payload): Promise<Stall | null> {
  const now = Date.now()
  if (!known || now - known.at > FRESH) known = { at: now, stall: pulseOf(payload).then(stallOf) }
  try {
    return await known.stall
  } catch (error) {
    known = undefined // A failed look is no knowledge: the next page looks again.
    throw error
  }
}
