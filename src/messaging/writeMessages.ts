import type { PayloadRequest } from 'payload'
import { preparedRowsOf, sql } from '@/database'
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

/** Writes what an event says and the links in it: one statement, whatever the number of readers. */
export async function writeMessages(
  req: PayloadRequest,
  messages: readonly MessageRow[],
  links: readonly DecisionLinkRow[],
): Promise<void> {
  if (messages.length === 0) return
  await preparedRowsOf(
    req,
    'write_messages',
    sql`with links as (
          insert into decision_links (token_hash, reservation_id, user_id, expires_at)
          select token_hash, reservation_id, user_id, expires_at
          from jsonb_populate_recordset(null::decision_links, ${JSON.stringify(links)}::jsonb))
        insert into messages (reservation_id, template, template_version, direction, channel,
          audience, recipient, recipient_name, subject, text, html, fingerprint, state, attempts,
          next_attempt_at, digest, calendar, unknown_outcome, created_at)
        select reservation_id, template, template_version, direction, channel, audience,
          recipient, recipient_name, subject, text, html, fingerprint, state, 0, next_attempt_at,
          digest, calendar, false, created_at
        from jsonb_populate_recordset(null::messages, ${JSON.stringify(messages)}::jsonb)`,
  )
}
