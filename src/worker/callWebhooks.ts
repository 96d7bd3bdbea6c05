import type { Payload } from 'payload'
import { poolOf } from '@/database'
import { nextAttempt } from '@/domain/message'
import { isDelivered, isGone, signatureHeader, signedText } from '@/domain/webhook'
import { callOutside, OutboundRefused, type MayReach } from '@/outbound'
import { signCall } from '@/secrets'
import { clockSince } from './clockSince'

/**
 * Programs that are called at the same time. One lane takes only those with no failed call waiting:
 * however many programs hang, and whatever has piled up for them, the others do not wait behind it.
 */
export const LANES = ['prompt', 'any', 'any', 'any', 'any', 'any'] as const
type Lane = (typeof LANES)[number]
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

type Calling = {
  /** For tests: which addresses may be called, the public ones where it is left out. */
  mayReach?: MayReach
  /** For tests: how long an answer may take. Milliseconds. */
  slowest?: number
  /** Whether to begin another call: who is asked to stop leaves the backlog to others. */
  goOn?: () => boolean
}

/** Calls the programs until nothing is due. @returns how many calls were made */
export async function callWebhooks(payload: Payload, calling: Calling = {}): Promise<number> {
  const lanes = LANES.map((lane) => callLane(payload, lane, calling))
  return (await Promise.all(lanes)).reduce((sum, made) => sum + made, 0)
}

/**
 * Calls one program after the other. A delivery is claimed and leased like a message; one that failed
 * is tried again after 1, 5, 15 and 60 minutes and then every 4 hours, for 48 hours.
 */
export async function callLane(
  payload: Payload,
  lane: Lane,
  { goOn = () => true, ...calling }: Calling = {},
): Promise<number> {
  let made = 0
  while (goOn()) {
    const delivery = await claim(payload, lane)
    if (!delivery) break
    await settle(payload, delivery, await call(delivery, calling))
    made += 1
  }
  return made
}

/**
 * One call at a time to each program: one that hangs holds one lane, whatever waits for it. Lanes take
 * turns to choose, each in its own transaction: one that chose at once would not see the other's choice.
 */
async function claim(payload: Payload, lane: Lane): Promise<Delivery | null> {
  const [found] = await oneAfterAnother(payload, lane)
  if (!found) return null
  const { claimedAt, ...row } = found
  return { ...row, clock: clockSince(claimedAt) }
}

type Claimed = Row & { claimedAt: Date }

async function oneAfterAnother(payload: Payload, lane: Lane): Promise<Claimed[]> {
  const client = await poolOf(payload).connect()
  let broken = true
  try {
    await client.query(`begin; select pg_advisory_xact_lock(hashtext('scim_webhook_claims'))`)
    const { rows } = await client.query<Claimed>(CLAIM, [lane === 'prompt'])
    await client.query('commit')
    broken = false
    return rows
  } finally {
    // A transaction that is not over ends with its connection.
    client.release(broken)
  }
}

const CLAIM = `with passed as materialized (
       select webhook_id from webhook_deliveries
       where state = 'en_cours' and lease_until > now()
       union all select webhook_id from webhook_deliveries where state = 'echouee' and $1),
     due as (
       select d.id from webhook_deliveries d join webhooks w on w.id = d.webhook_id and w.enabled
       where ((d.state in ('a_envoyer', 'echouee') and d.next_attempt_at <= now())
           or (d.state = 'en_cours' and d.lease_until <= now()))
         and d.webhook_id not in (select webhook_id from passed)
       order by d.next_attempt_at limit 1 for no key update of d skip locked)
     update webhook_deliveries d set state = 'en_cours', attempts = coalesce(d.attempts, 0) + 1,
       lease_until = now() + interval '2 minutes', updated_at = now()
     from due, webhooks w where d.id = due.id and w.id = d.webhook_id
     returning d.id, d.attempts::int as attempts, d.body, d.event::text as event,
       d.event_id as "eventId", d.created_at as "createdAt", w.address, w.id as webhook,
       w.secret_version::int as "secretVersion", now() as "claimedAt"`

async function call(
  delivery: Delivery,
  { mayReach, slowest = SLOWEST }: Calling,
): Promise<Verdict> {
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
      milliseconds: slowest,
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
