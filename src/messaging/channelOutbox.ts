import type { Payload } from 'payload'
import { poolOf } from '@/database'
import type { ChannelName, ChannelOutcome, ChannelVerdict } from '@/domain/channel'
import { ledgerKindOf } from '@/domain/message'
import type { TemplateKey } from '@/domain/notifications'
import { ABOUT, type About } from './about'

/** The outbox of texts to phones: claimed, leased and fenced by the attempt as mails are. */

export type ClaimedDelivery = {
  id: number
  attempts: number
  channel: ChannelName
  recipient: string
  content: string
  template: TemplateKey
  /** An earlier attempt may have reached the provider. */
  unknownOutcome: boolean
  /** The attempt before was cut by the death of its worker, and was not the first of that kind. */
  unknownTwice: boolean
  /** The client's number as it is now. */
  phone: string
  /** Texts that providers took for this number in the last day. */
  today: number
  createdAt: Date
  /** The database's clock at the claim. */
  claimedAt: Date
  about: About
}

/**
 * Takes up to `most` due texts for this worker. What one phone is told about one reservation keeps its
 * order. A lease that ran out belongs to a worker that died: whether its call was made, nobody knows.
 */
export async function claimDeliveries(payload: Payload, most: number): Promise<ClaimedDelivery[]> {
  const { rows } = await poolOf(payload).query<ClaimedDelivery>({
    name: 'claim deliveries',
    text: `with due as materialized (
       select d.id, d.attempts, d.state = 'en_cours' as interrupted, d.unknown_outcome as unknown
       from channel_deliveries d
       where (d.state in ('a_envoyer', 'echouee') and d.next_attempt_at <= now()
           or d.state = 'en_cours' and d.lease_until <= now())
         and not exists (select 1 from channel_deliveries o
           where o.reservation_id = d.reservation_id and o.id < d.id and o.recipient = d.recipient
             and (o.state = 'en_cours' or o.state = 'a_envoyer' and o.next_attempt_at <= now()))
       order by d.next_attempt_at, d.id limit $1 for update of d skip locked),
     noted as (
       insert into channel_events (delivery_id, kind, attempt)
       select id, 'interrompue', attempts from due where interrupted)
     update channel_deliveries d set state = 'en_cours', attempts = coalesce(d.attempts, 0) + 1,
       lease_until = now() + interval '2 minutes', updated_at = now(),
       unknown_outcome = d.unknown_outcome or due.interrupted
     from due, reservations r, clients c
     where d.id = due.id and r.id = d.reservation_id and c.id = r.client_id
     returning d.id, d.attempts::int as attempts, d.channel, d.recipient, d.content, d.template,
       coalesce(d.unknown_outcome, false) as "unknownOutcome",
       due.interrupted and coalesce(due.unknown, false) as "unknownTwice", c.phone,
       (select count(*) from channel_deliveries o where o.recipient = d.recipient
          and o.created_at > now() - interval '1 day' and o.state = 'acceptee')::int as today,
       d.created_at as "createdAt", now() as "claimedAt", ${ABOUT} as about`,
    values: [most],
  })
  return rows.sort((one, other) => one.id - other.id)
}

/** What follows in the place of a text that was refused; the rows stand in `done`. */
export const FALL_BACK = `insert into channel_deliveries (message_id, reservation_id, template, channel,
    recipient, content, otherwise, state, attempts, next_attempt_at, unknown_outcome)
  select message_id, reservation_id, template,
    (otherwise->0->>'channel')::enum_channel_deliveries_channel, recipient,
    otherwise->0->>'content', nullif(otherwise - 0, '[]'), 'a_envoyer', 0, now(), false
  from done where jsonb_array_length(coalesce(otherwise, '[]')) > 0
  on conflict do nothing`

type Claim = Pick<ClaimedDelivery, 'id' | 'attempts'>

/**
 * Writes what became of a claimed text, unless its lease ran out and another worker has it, or a
 * report of the provider has settled it. @returns whether this worker still held the claim
 */
export async function settleDelivery(
  payload: Payload,
  { id, attempts }: Claim,
  by: string,
  result: { outcome: ChannelOutcome; verdict: ChannelVerdict },
): Promise<boolean> {
  const { outcome, verdict } = result
  const failed = verdict.state === 'echouee' ? verdict : null
  const said = 'answer' in outcome ? outcome.answer : outcome.cause
  const { rowCount } = await poolOf(payload).query({
    name: 'settle delivery',
    text: `with settled as (
       update channel_deliveries set state = $3::text::enum_channel_deliveries_state,
         lease_until = null, updated_at = now(), answer = $4, next_attempt_at = $5,
         provider_id = coalesce(provider_id, $6), unknown_outcome = unknown_outcome or $7,
         accepted_at = case when $3::text = 'acceptee' then now() end
       where id = $1 and attempts = $2 and state = 'en_cours' returning *),
     done as (select * from settled where $8::text = 'refus'),
     next as (${FALL_BACK})
     insert into channel_events (delivery_id, kind, attempt, said_by, detail)
     select settled.id, entry.kind, entry.attempt, entry.said_by, entry.detail from settled
     cross join lateral (values
       ($9::text, $2::int, $10::text, $4::text),
       (case when $8::text is not null then 'abandonnee' end, null, null, $8)
     ) as entry (kind, attempt, said_by, detail) where entry.kind is not null`,
    values: [
      id,
      attempts,
      verdict.state,
      said,
      failed?.nextAttemptAt ?? null,
      outcome.kind === 'accepted' ? outcome.providerId : null,
      failed?.unknown ?? outcome.kind === 'unknown',
      verdict.state === 'abandonnee' ? verdict.because : null,
      ledgerKindOf(outcome),
      by,
    ],
  })
  return (rowCount ?? 0) > 0
}

/**
 * Ends a claimed text that is not going to be sent: the attempt that the claim counted was none. One
 * that may have left before is not called withdrawn.
 */
export async function dropDelivery(
  payload: Payload,
  { id, attempts }: Claim,
  end: { kind: 'retiree' | 'abandonnee'; detail: string; next: boolean },
): Promise<void> {
  await poolOf(payload).query(
    `with dropped as (
       update channel_deliveries set state = 'abandonnee', attempts = attempts - 1,
         lease_until = null, next_attempt_at = null, updated_at = now(),
         withdrawn_at = case when $3::text = 'retiree' and not unknown_outcome then now() end
       where id = $1 and attempts = $2 and state = 'en_cours' returning *),
     done as (select * from dropped where $5::boolean),
     next as (${FALL_BACK})
     insert into channel_events (delivery_id, kind, detail) select id, $3, $4 from dropped`,
    [id, attempts, end.kind, end.detail, end.next],
  )
}
