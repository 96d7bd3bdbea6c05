import type { Payload } from 'payload'
import { poolOf } from '@/database'
import { nextAttempt } from '@/domain/message'
import { isDelivered, isGone, signatureHeader, signedText } from '@/domain/webhook'
import { callOutside, OutboundRefused, type MayReach } from '@/outbound'
import { signCall } from '@/secrets'
import { clockSince } from './clockSince'
import { inBatches } from './inBatches'

const BATCH = 20
const AT_ONCE = 4
const SLOWEST = 10_000
/** The answer's words are not read; this much is let in so that the connection ends well. */
const LARGEST = 64 * 1024

type Delivery = Row & {
  /** The database's, from the claim on. */
  clock: () => Date
}

type Row = {
  id: number
  attempts: number
  body: string
  event: string
  eventId: string
  createdAt: Date
  address: string
  webhook: number
  secretVersion: number
}

type Verdict = {
  state: 'envoyee' | 'echouee' | 'abandonnee'
  status: number | null
  error: string | null
  nextAttemptAt: Date | null
}

/**
 * Calls the programs that are to hear of something. A delivery is claimed and leased like a message;
 * one that failed is tried again after 1, 5, 15 and 60 minutes and then every 4 hours, for 48 hours.
 * @param mayReach for tests: which addresses may be called, the public ones where it is left out
 * @param goOn whether to begin another batch: who is asked to stop leaves the backlog to others
 * @returns how many calls were made
 */
export async function callWebhooks(
  payload: Payload,
  { mayReach, goOn = () => true }: { mayReach?: MayReach; goOn?: () => boolean } = {},
): Promise<number> {
  const claimed = (most: number) => claim(payload, most)
  return inBatches({ claim: claimed, most: BATCH, atOnce: AT_ONCE, goOn }, async (delivery) =>
    settle(payload, delivery, await call(delivery, mayReach)),
  )
}

async function claim(payload: Payload, most: number): Promise<Delivery[]> {
  const { rows } = await poolOf(payload).query<Row & { claimedAt: Date }>(
    `with due as (
       select d.id from webhook_deliveries d join webhooks w on w.id = d.webhook_id and w.enabled
       where (d.state in ('a_envoyer', 'echouee') and d.next_attempt_at <= now())
         or (d.state = 'en_cours' and d.lease_until <= now())
       order by d.next_attempt_at limit $1 for update of d skip locked)
     update webhook_deliveries d set state = 'en_cours', attempts = coalesce(d.attempts, 0) + 1,
       lease_until = now() + interval '2 minutes', updated_at = now()
     from due, webhooks w where d.id = due.id and w.id = d.webhook_id
     returning d.id, d.attempts::int as attempts, d.body, d.event::text as event,
       d.event_id as "eventId", d.created_at as "createdAt", w.address, w.id as webhook,
       w.secret_version::int as "secretVersion", now() as "claimedAt"`,
    [most],
  )
  return rows.map(({ claimedAt, ...row }) => ({ ...row, clock: clockSince(claimedAt) }))
}

async function call(delivery: Delivery, mayReach?: MayReach): Promise<Verdict> {
  const { body, clock, event, eventId, webhook, secretVersion } = delivery
  const timestamp = Math.floor(clock().getTime() / 1000)
  const signature = signCall({ id: webhook, secretVersion }, signedText(timestamp, body))
  try {
    const { status } = await callOutside(delivery.address, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': String(Buffer.byteLength(body)),
        'User-Agent': 'scim-reservation',
        'X-SCIM-Event': event,
        'X-SCIM-Delivery': eventId,
        'X-SCIM-Signature': signatureHeader(timestamp, signature),
      },
      body,
      most: LARGEST,
      milliseconds: SLOWEST,
      redirects: 0,
      mayReach,
    })
    return judge(delivery, status, isDelivered(status) ? null : `HTTP ${status}`)
  } catch (error) {
    if (error instanceof OutboundRefused) return judge(delivery, null, error.fault)
    throw error
  }
}

function judge(delivery: Delivery, status: number | null, error: string | null): Verdict {
  if (error === null) return { state: 'envoyee', status, error, nextAttemptAt: null }
  const { attempts, clock, createdAt } = delivery
  const again =
    status !== null && isGone(status)
      ? null
      : nextAttempt({ attempts, queuedAt: createdAt, now: clock(), jitter: Math.random() })
  return { state: again ? 'echouee' : 'abandonnee', status, error, nextAttemptAt: again }
}

/** Writes what came of it, unless the lease ran out and another worker has it. */
async function settle(payload: Payload, { id, attempts }: Delivery, verdict: Verdict) {
  await poolOf(payload).query(
    `update webhook_deliveries set state = $3::text::enum_webhook_deliveries_state,
       lease_until = null, updated_at = now(), answer_status = $4, last_error = $5,
       next_attempt_at = $6, sent_at = case when $3::text = 'envoyee' then now() end
     where id = $1 and attempts = $2 and state = 'en_cours'`,
    [id, attempts, verdict.state, verdict.status, verdict.error, verdict.nextAttemptAt],
  )
}
