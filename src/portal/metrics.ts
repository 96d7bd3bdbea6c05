import { timingSafeEqual } from 'node:crypto'
import { Gauge, register } from 'prom-client'
import { poolOf } from '@/database'
import { env } from '@/env'
import { phoneHealth, type PhoneHealth } from '@/messaging/phoneHealth'
import { hashOf } from '@/secrets'
import { portalPayload } from './payload'

/** Figures of the house in Prometheus' text format, for whoever has the token. */

const gauge = (name: string, help: string) => new Gauge({ name: `scim_${name}`, help })

/** A second copy of this file (a reload in development) takes the gauges that are there. */
const gaugeOf = (name: string, help: string): Gauge => {
  const known = register.getSingleMetric(`scim_${name}`)
  return known instanceof Gauge ? known : gauge(name, help)
}

const GAUGES = {
  requested: gaugeOf('reservations_requested_24h', 'Reservations requested in the last 24 hours.'),
  confirmed: gaugeOf('reservations_confirmed_24h', 'Of these, confirmed by now.'),
  cancelled: gaugeOf('reservations_cancelled_24h', 'Of these, cancelled by now.'),
  kept: gaugeOf('promises_kept_24h', 'Of these, answered within the promised time.'),
  missed: gaugeOf('promises_missed_24h', 'Of these, answered after the promised time.'),
  late: gaugeOf('promises_late', 'Requests without an answer whose promised time has passed.'),
  waiting: gaugeOf('outbox_waiting', 'Mails that wait to be sent, first or again.'),
  overdue: gaugeOf('outbox_overdue_seconds', 'How long the oldest due mail has been due.'),
  givenUp: gaugeOf('outbox_given_up_24h', 'Mails given up that were written in the last 24 hours.'),
  calls: gaugeOf('webhooks_waiting', 'Calls to programs that wait to be made, first or again.'),
  callsOverdue: gaugeOf('webhooks_overdue_seconds', 'How long the oldest due call has been due.'),
  callsGivenUp: gaugeOf(
    'webhooks_given_up_24h',
    'Calls given up that were queued in the last 24 hours.',
  ),
  heartbeat: gaugeOf('worker_heartbeat_age_seconds', 'Since a worker was last seen; -1: never.'),
} as const

/** Made when first needed: a house that sends nothing to phones has no such figures. */
const ofPhones = (name: string, help: string): Gauge<'channel'> => {
  const known = register.getSingleMetric(`scim_phones_${name}`)
  return known instanceof Gauge
    ? known
    : new Gauge({ name: `scim_phones_${name}`, help, labelNames: ['channel'] })
}

function setPhones(found: readonly PhoneHealth[]): void {
  for (const { channel, waiting, overdue, givenUp, undelivered } of found) {
    const set = (name: string, help: string, value: number) =>
      ofPhones(name, help).set({ channel }, value)
    set('waiting', 'Texts to phones that wait to be sent, first or again.', waiting)
    set('overdue_seconds', 'How long the oldest due text has been due.', overdue)
    set('given_up_24h', 'Texts given up that were written in the last 24 hours.', givenUp)
    set('undelivered_24h', 'Texts accepted in the last 24 hours, then not delivered.', undelivered)
  }
}

type Figures = Record<keyof typeof GAUGES, number>

const mailServer = gaugeOf('mail_server_set', '1 where SMTP_URL is set; 0: mails wait on purpose.')

const pool = {
  total: gaugeOf('database_connections', 'Connections of this process to the database.'),
  idle: gaugeOf('database_connections_idle', 'Of these, idle.'),
  queue: gaugeOf('database_connections_wanted', 'Requests that wait for a connection.'),
}

/**
 * Each figure is read over an index: none grows with the age of the house. A program that was switched
 * off waits for nothing.
 */
const QUERY = `
  with recent as (
    select status, responded_at, respond_by from reservations
    where created_at > now() - interval '24 hours'),
  calls as (
    select d.next_attempt_at from webhook_deliveries d
    join webhooks w on w.id = d.webhook_id and w.enabled
    where d.state in ('a_envoyer', 'echouee', 'en_cours'))
  select
    (select count(*) from recent)::int as requested,
    (select count(*) from recent where status = 'confirmee')::int as confirmed,
    (select count(*) from recent where status = 'annulee')::int as cancelled,
    (select count(*) from recent where responded_at <= respond_by)::int as kept,
    (select count(*) from recent where responded_at > respond_by)::int as missed,
    (select count(*) from reservations where awaiting_until < now())::int as late,
    (select count(*) from messages where channel = 'email' and direction = 'sortant'
       and state in ('a_envoyer', 'echouee'))::int as waiting,
    coalesce((select extract(epoch from now() - min(next_attempt_at)) from messages
       where channel = 'email' and direction = 'sortant' and state in ('a_envoyer', 'echouee')
         and next_attempt_at <= now()), 0)::int as overdue,
    (select count(*) from messages where state = 'abandonnee' and withdrawn_at is null
       and created_at > now() - interval '24 hours')::int as "givenUp",
    (select count(*) from calls)::int as calls,
    coalesce((select extract(epoch from now() - min(next_attempt_at)) from calls
       where next_attempt_at <= now()), 0)::int as "callsOverdue",
    (select count(*) from webhook_deliveries where state = 'abandonnee'
       and created_at > now() - interval '24 hours')::int as "callsGivenUp",
    coalesce((select extract(epoch from now() - max(beat_at)) from worker_heartbeats), -1)::int
      as heartbeat`

/** Whether a request may read the figures. Without METRICS_TOKEN nobody may. */
export function mayReadMetrics(authorization: string | null): boolean {
  if (!env.metricsToken) return false
  const given = Buffer.from(hashOf(authorization?.replace(/^Bearer /i, '') ?? ''))
  return timingSafeEqual(given, Buffer.from(hashOf(env.metricsToken)))
}

export async function metricsText(): Promise<{ text: string; type: string }> {
  const payload = await portalPayload()
  const connections = poolOf(payload)
  const { rows } = await connections.query<Figures>(QUERY)
  const [figures] = rows
  if (!figures) throw new Error('the metrics answered no row')
  // as: keys of an object literal of this file.
  for (const name of Object.keys(GAUGES) as (keyof typeof GAUGES)[]) GAUGES[name].set(figures[name])
  setPhones(await phoneHealth(payload))
  mailServer.set(env.smtpUrl ? 1 : 0)
  pool.total.set(connections.totalCount)
  pool.idle.set(connections.idleCount)
  pool.queue.set(connections.waitingCount)
  return { text: await register.metrics(), type: register.contentType }
}
