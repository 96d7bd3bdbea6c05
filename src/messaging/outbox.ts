import type { Payload } from 'payload'
import { poolOf } from '@/database'
import { ledgerKindOf, type Outcome, type Verdict } from '@/domain/message'
import type { TemplateKey } from '@/domain/notifications'
import { env } from '@/env'
import { ABOUT, type About } from './about'

/** The outbox is the messages table: claimed by one statement, leased, fenced by the attempt number. */

export type ClaimedMessage = {
  id: number
  attempts: number
  recipient: string
  recipientName: string | null
  subject: string | null
  text: string
  html: string | null
  calendar: string | null
  unknownOutcome: boolean
  createdAt: Date
  /** The database's clock at the claim. */
  claimedAt: Date
  reference: string | null
  /** Ids of earlier mails about this reservation to this reader, oldest first. */
  thread: number[]
  automatic: boolean
  audience: 'client' | 'equipe'
  template: TemplateKey | null
  /** Its name in the settings, under which the mail leaves. */
  agency: string | null
  /** Hashes of the links that this very reader may be given whole. */
  opens: string[]
  /** Messages to this address have come back. */
  addressFails: boolean
  /** Null where the message is about no reservation. */
  about: About | null
}

const LEASE = '2 minutes'

/** Which of the due messages: those never tried, or those that failed or were left by a dead worker. */
export type Share = 'nouveaux' | 'reprises'

const OUTGOING = `m.channel = 'email' and m.direction = 'sortant' and m.gathered_in_id is null`

/**
 * The newest events first, for they are what people wait for; but what one reader is told about one
 * reservation keeps its order.
 */
const NEW = `${OUTGOING} and m.state = 'a_envoyer' and m.attempts = 0 and m.digest is not true
  and m.next_attempt_at <= now() and not exists (
    select 1 from messages o where o.reservation_id = m.reservation_id and o.id < m.id
      and o.recipient = m.recipient and o.channel = 'email' and o.direction = 'sortant'
      and o.gathered_in_id is null
      and (o.state = 'en_cours' or o.state = 'a_envoyer' and o.next_attempt_at <= now()))
  order by m.next_attempt_at desc, m.id`

/** When a message is free again; the words of the index `messages_free_again`. */
const FREE_AT = `(case when m.state = 'en_cours' then m.lease_until else m.next_attempt_at end)`

const AGAIN = `${OUTGOING} and (
    m.state in ('a_envoyer', 'echouee') and m.attempts > 0 or m.state = 'en_cours')
  and ${FREE_AT} <= now()
  order by ${FREE_AT}, m.id`

const DUE: Record<Share, string> = { nouveaux: NEW, reprises: AGAIN }

const oneOf = (share: Share, unless = '') =>
  `select m.id, m.attempts, m.state = 'en_cours' as interrupted from messages m
   where ${unless} ${DUE[share]} limit 1 for update of m skip locked`

/**
 * Takes one due message for this worker, or null. A lease that ran out belongs to a worker that
 * died: its message is due again. What a digest gathered moves with it.
 * @param otherwise where to look when nothing of the first share is due
 */
export async function claim(
  payload: Payload,
  share: Share,
  otherwise: Share = share,
): Promise<ClaimedMessage | null> {
  const { rows } = await poolOf(payload).query<ClaimedMessage>({
    name: `claim ${share} ${otherwise}`,
    text: `with first as materialized (${oneOf(share)}),
     second as materialized (${oneOf(otherwise, 'not exists (select 1 from first) and')}),
     due as (select * from first union all select * from second),
     noted as (
       insert into message_events (message_id, kind, attempt)
       select id, 'interrompue', attempts from due where interrupted),
     gathered as (
       update messages g set state = 'en_cours', attempts = g.attempts + 1, updated_at = now()
       from due where g.gathered_in_id = due.id)
     update messages m set state = 'en_cours', attempts = m.attempts + 1,
       lease_until = now() + interval '${LEASE}', updated_at = now(),
       last_error = case when due.interrupted
         then 'Envoi interrompu : issue inconnue, repris avec le même identifiant.'
         else m.last_error end
     from due where m.id = due.id
     returning m.id, m.attempts::int as attempts, m.recipient,
       m.recipient_name as "recipientName", m.subject, m.text, m.html, m.calendar,
       coalesce(m.unknown_outcome, false) as "unknownOutcome", m.created_at as "createdAt",
       now() as "claimedAt", m.audience, m.template,
       m.template is distinct from 'nouveau_message' as automatic,
       coalesce((select array_agg(l.token_hash) from decision_links l
         join users u on u.id = l.user_id and lower(u.email) = lower(m.recipient)
         where m.audience = 'equipe' and l.reservation_id in (select m.reservation_id union all
           select g.reservation_id from messages g where g.gathered_in_id = m.id)), '{}')
         || coalesce((select array_agg(a.id_hash) from access_links a
           where m.template = 'lien_acces' and a.email = lower(m.recipient)), '{}')
         || coalesce((select array_agg(u.reset_password_token::text) from users u
           where m.reservation_id is null and lower(u.email) = lower(m.recipient)
             and u.reset_password_token is not null), '{}') as opens,
       exists (select 1 from failing_addresses f where f.address = lower(m.recipient))
         as "addressFails",
       (select s.agency_name from settings s order by s.id limit 1) as agency,
       (select reference from reservations r where r.id = m.reservation_id) as reference,
       (select ${ABOUT} from reservations r where r.id = m.reservation_id) as about,
       coalesce((select array_agg(o.id order by o.id) from messages o
         where o.reservation_id = m.reservation_id and o.recipient = m.recipient
           and o.channel = 'email' and o.id < m.id), '{}') as thread`,
  })
  return rows[0] ?? null
}

type Claim = Pick<ClaimedMessage, 'id' | 'attempts'>

/**
 * Writes what became of a claimed message and its ledger entries, unless its lease ran out and
 * another worker has it. @returns whether this worker still held the claim
 */
export async function settle(
  payload: Payload,
  message: Claim,
  messageId: string,
  result: { outcome: Outcome; verdict: Verdict },
): Promise<boolean> {
  const { outcome, verdict } = result
  const failed = verdict.state === 'echouee' ? verdict : null
  const { rowCount } = await poolOf(payload).query({
    name: 'settle',
    text: `with held as (
       select id from messages where id = $1 and attempts = $2 and state = 'en_cours' for update),
     done as (
       update messages m set state = $3::text::enum_messages_state, lease_until = null,
         provider_id = $4, updated_at = now(),
         sent_at = case when $3::text = 'envoyee' then now() end,
         server_answer = coalesce($5, server_answer), last_error = coalesce($6, last_error),
         next_attempt_at = case when m.id = $1 then $7::timestamptz end,
         unknown_outcome = unknown_outcome or $8
       from held where m.id = held.id or (m.gathered_in_id = held.id and m.state = 'en_cours')
       returning m.id)
     insert into message_events (message_id, kind, attempt, said_by, detail)
     select done.id, entry.kind, entry.attempt, entry.said_by, entry.detail from done
     cross join lateral (values
       ($9::text, $2::int, $10::text, $11::text),
       (case when $12::text is not null then 'abandonnee' end, null, null, $12)
     ) as entry (kind, attempt, said_by, detail) where entry.kind is not null`,
    values: [
      message.id,
      message.attempts,
      verdict.state,
      messageId,
      verdict.state === 'envoyee' ? verdict.answer : null,
      verdict.state === 'envoyee' ? null : verdict.error,
      failed?.nextAttemptAt ?? null,
      failed?.unknown ?? false,
      ledgerKindOf(outcome),
      env.smtpUrl ? new URL(env.smtpUrl).hostname : null,
      'answer' in outcome ? outcome.answer : outcome.cause,
      verdict.state === 'abandonnee' ? verdict.because : null,
    ],
  })
  return (rowCount ?? 0) > 0
}

/**
 * Ends a claimed message that is not going to be sent, and what it gathered: the attempt that the
 * claim counted was none.
 * @param end.detail a code that the ledger puts into words
 */
export async function dropClaim(
  payload: Payload,
  message: Claim,
  end: { kind: 'retiree' | 'abandonnee'; detail: string; error: string },
): Promise<void> {
  await poolOf(payload).query(
    `with held as (
       select id from messages where id = $1 and attempts = $2 and state = 'en_cours' for update),
     done as (
       update messages m set state = 'abandonnee', attempts = m.attempts - 1, lease_until = null,
         next_attempt_at = null, last_error = $4, updated_at = now(),
         withdrawn_at = case when $3::text = 'retiree' then now() end
       from held where m.id = held.id or (m.gathered_in_id = held.id and m.state = 'en_cours')
       returning m.id)
     insert into message_events (message_id, kind, detail) select id, $3, $5 from done`,
    [message.id, message.attempts, end.kind, end.error, end.detail],
  )
}
