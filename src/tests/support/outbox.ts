import { openMailer } from '@/messaging/mailer'
import { provide } from '@/scripts/settings'
import { sendMessages } from '@/worker/sendMessages'
import { aProperty, house } from './house'
import { booked } from './http'
import { one, rows } from './sql'

/** Sends all that is due through a server, as one round of one worker does. */
export async function sendThrough(url: string, socketTimeout = 30_000): Promise<number> {
  const payload = await house()
  await provide({ smtpUrl: url })
  const mailer = await openMailer(payload, {
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout,
  })
  if (!mailer) throw new Error('no mailer though SMTP_URL is set')
  return sendMessages(payload, mailer)
}

export type Outgoing = {
  id: number
  state: string
  attempts: number
  wait: number | null
  sent: boolean
  server_answer: string | null
  last_error: string | null
  provider_id: string | null
}

/** One message as the table has it; `wait` is in seconds from now. */
export const outgoing = (id: number) =>
  one<Outgoing>(
    `select id, state, attempts::int, sent_at is not null as sent, server_answer, last_error,
       provider_id, extract(epoch from next_attempt_at - now())::int as wait
     from messages where id = $1`,
    [id],
  )

/** Time passes for one message: what would be due in a while is due now. */
export const becomesDue = (id: number, secondsAgo = 0) =>
  rows(`update messages set next_attempt_at = now() - make_interval(secs => $2) where id = $1`, [
    id,
    secondsAgo,
  ])

/** Everything else waits for a later day, so that a test meets its own messages alone. */
export const postponeAll = () =>
  rows(`update messages set next_attempt_at = now() + interval '1 day'
        where state in ('a_envoyer', 'echouee')`)

/** The acknowledgement of a new request, due now; the owners' mail waits. */
export async function aDueMail(): Promise<number> {
  const { id } = await booked(await aProperty())
  await postponeAll()
  const row = await one<{ id: number }>(
    `select id from messages where reservation_id = $1 and template = 'accuse_reception'`,
    [id],
  )
  await becomesDue(row.id)
  return row.id
}
