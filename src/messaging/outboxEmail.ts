import type { EmailAdapter, SendEmailOptions } from 'payload'
import { readAgency } from '@/domain/agency'
import { env } from '@/env'
import { poolOf } from '@/database'

const addressOf = (to: SendEmailOptions['to']): string => {
  const first: unknown = Array.isArray(to) ? to[0] : to
  if (typeof first === 'string') return first
  return typeof first === 'object' && first !== null && 'address' in first
    ? String(first.address)
    : ''
}

/** Payload's own mails (a forgotten password) go through the outbox like all others. */
export const outboxEmail: EmailAdapter<void> = ({ payload }) => ({
  name: 'outbox',
  defaultFromAddress: env.mailFrom,
  defaultFromName: readAgency(null).name.fr,
  sendEmail: async (message) => {
    const html = String(message.html ?? '')
    await poolOf(payload).query(
      `insert into messages (direction, channel, audience, recipient, subject, text, html, state,
         attempts, next_attempt_at, unknown_outcome, updated_at, created_at)
       values ('sortant', 'email', 'equipe', $1, $2, $3, $4, 'a_envoyer', 0, now(), false, now(), now())`,
      [
        addressOf(message.to),
        message.subject ?? '',
        String(
          message.text ??
            html
              .replace(/<[^>]+>/g, ' ')
              .replace(/\s+/g, ' ')
              .trim(),
        ),
        html,
      ],
    )
  },
})
