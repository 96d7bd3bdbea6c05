import type { PayloadRequest } from 'payload'
import { sql, writeWithNext } from '@/database'
import type { DeliveryRow } from './channelRows'
import type { DecisionLinkRow } from './decisionLink'

/** A message of the house as the columns of `messages`; instants as ISO 8601. */
export type MessageRow = {
  reservation_id: number
  template: string
  template_version: string
  direction: 'sortant'
  channel: 'email' | 'espace'
  audience: 'client' | 'equipe'
  recipient: string | null
  recipient_name: string
  subject: string
  text: string
  html: string
  fingerprint: string
  state: 'a_envoyer' | 'publiee'
  next_attempt_at: string | null
  digest: boolean
  calendar: string | null
  created_at: string
}

/**
 * Writes what an event says, the links in it and what goes to the client's phone: one statement,
 * whatever the number of readers. A text without a mail beside it belongs to the words on the page.
 */
export async function writeMessages(
  req: PayloadRequest,
  messages: readonly MessageRow[],
  links: readonly DecisionLinkRow[],
  deliveries: readonly DeliveryRow[],
): Promise<void> {
  if (messages.length === 0 && deliveries.length === 0) return
  await writeWithNext(
    req,
    'write_messages',
    sql`with links as (
          insert into decision_links (token_hash, reservation_id, user_id, expires_at)
          select token_hash, reservation_id, user_id, expires_at
          from jsonb_populate_recordset(null::decision_links, ${JSON.stringify(links)}::jsonb)),
        written as (
          insert into messages (reservation_id, template, template_version, direction, channel,
            audience, recipient, recipient_name, subject, text, html, fingerprint, state, attempts,
            next_attempt_at, digest, calendar, unknown_outcome, created_at)
          select reservation_id, template, template_version, direction, channel, audience,
            recipient, recipient_name, subject, text, html, fingerprint, state, 0, next_attempt_at,
            digest, calendar, false, created_at
          from jsonb_populate_recordset(null::messages, ${JSON.stringify(messages)}::jsonb)
          returning id, template, audience)
        insert into channel_deliveries (message_id, reservation_id, template, channel, recipient,
          content, otherwise, state, attempts, next_attempt_at, unknown_outcome, created_at)
        select coalesce(
            (select w.id from written w where w.template = d.template and w.audience = 'client'),
            (select max(m.id) from messages m where m.reservation_id = d.reservation_id
               and m.direction = 'sortant' and m.audience = 'client')),
          d.reservation_id, d.template, d.channel, d.recipient, d.content, d.otherwise,
          'a_envoyer', 0, d.next_attempt_at, false, d.created_at
        from jsonb_populate_recordset(null::channel_deliveries, ${JSON.stringify(deliveries)}::jsonb) d
        on conflict do nothing`,
  )
}
