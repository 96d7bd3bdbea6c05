import type { Payload } from 'payload'
import { poolOf } from '@/database'
import type { Verdict } from '@/domain/message'

/** The outbox is the messages table: claimed by one statement, leased, fenced by the attempt number. */

export type ClaimedMessage = {
  id: number
  attempts: number
  recipient: string
  recipientName: string | null
  subject: string | null
  text: string
  html: string | null
  unknownOutcome: boolean
  createdAt: Date
  reference: string | null
  /** Ids of earlier mails about this reservation to this reader, oldest first. */
  thread: number[]
  automatic: boolean
}

const LEASE = '2 minutes'

/**
 * Takes up to `most` due messages for this worker, newest events first among those never tried, so
 * that a backlog does not starve them. A lease that ran out belongs to a worker that died: its
 * message is due again.
 */
export async function claim(payload: Payload, most: number): Promise<ClaimedMessage[]> {
  const { rows } = await poolOf(payload).query<ClaimedMessage>(
    `with due as (
       select id, state = 'en_cours' as interrupted from messages
       where channel = 'email' and direction = 'sortant'
         and ((state in ('a_envoyer', 'echouee') and next_attempt_at <= now())
           or (state = 'en_cours' and lease_until <= now()))
       order by next_attempt_at desc
       limit $1 for update skip locked)
     update messages m set state = 'en_cours', attempts = coalesce(m.attempts, 0) + 1,
       lease_until = now() + interval '${LEASE}', updated_at = now(),
       last_error = case when due.interrupted
         then 'Envoi interrompu : issue inconnue, repris avec le même identifiant.'
         else m.last_error end
     from due where m.id = due.id
     returning m.id, m.attempts::int as attempts, m.recipient,
       m.recipient_name as "recipientName", m.subject, m.text, m.html,
       coalesce(m.unknown_outcome, false) as "unknownOutcome", m.created_at as "createdAt",
       m.template is not null as automatic,
       (select reference from reservations r where r.id = m.reservation_id) as reference,
       coalesce((select array_agg(o.id order by o.id) from messages o
         where o.reservation_id = m.reservation_id and o.recipient = m.recipient
           and o.channel = 'email' and o.id < m.id), '{}') as thread`,
    [most],
  )
  return rows
}

/**
 * Writes what became of a claimed message, unless its lease ran out and another worker has it.
 * @returns whether this worker still held the claim
 */
export async function settle(
  payload: Payload,
  message: Pick<ClaimedMessage, 'id' | 'attempts'>,
  messageId: string,
  verdict: Verdict,
): Promise<boolean> {
  const failed = verdict.state === 'echouee' ? verdict : null
  const { rowCount } = await poolOf(payload).query(
    `update messages set state = $3::text::enum_messages_state, lease_until = null, provider_id = $4,
       updated_at = now(),
       sent_at = case when $3::text = 'envoyee' then now() end,
       server_answer = coalesce($5, server_answer), last_error = coalesce($6, last_error),
       next_attempt_at = $7, unknown_outcome = unknown_outcome or $8
     where id = $1 and attempts = $2 and state = 'en_cours'`,
    [
      message.id,
      message.attempts,
      verdict.state,
      messageId,
      verdict.state === 'envoyee' ? verdict.answer : null,
      verdict.state === 'envoyee' ? null : verdict.error,
      failed?.nextAttemptAt ?? null,
      failed?.unknown ?? false,
    ],
  )
  return rowCount === 1
}
