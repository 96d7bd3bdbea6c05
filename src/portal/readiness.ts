import { migrations } from '@migrations'
import { poolOf } from '@/database'
import { env } from '@/env'
import { portalPayload } from './payload'

type Health = 'ok' | 'degraded' | 'down'
type Check = { status: Health; detail: string }
export type Readiness = {
  status: Health
  checks: { database: Check; migrations: Check; worker: Check; mail: Check }
}

const UNKNOWN: Check = { status: 'down', detail: 'database unreachable' }

/** What works and what does not, in words for whoever watches the service. */
export async function readiness(): Promise<Readiness> {
  let checks: Readiness['checks']
  try {
    checks = await checkAll()
  } catch {
    // Whatever stops these reads is the answer asked for: the database cannot be used.
    checks = { database: UNKNOWN, migrations: UNKNOWN, worker: UNKNOWN, mail: UNKNOWN }
  }
  const all = Object.values(checks).map(({ status }) => status)
  const status = all.includes('down') ? 'down' : all.includes('degraded') ? 'degraded' : 'ok'
  return { status, checks }
}

type Facts = { applied: string[]; beat: number | null; waiting: number; overdue: number | null }

async function checkAll(): Promise<Readiness['checks']> {
  const pool = poolOf(await portalPayload())
  const { rows } = await pool.query<Facts>(
    `select
       coalesce((select array_agg(name::text) from payload_migrations), '{}') as applied,
       (select extract(epoch from now() - max(beat_at))::int from worker_heartbeats) as beat,
       (select count(*)::int from messages where channel = 'email'
          and state in ('a_envoyer', 'echouee', 'en_cours')) as waiting,
       (select extract(epoch from now() - min(next_attempt_at))::int from messages
          where channel = 'email' and state in ('a_envoyer', 'echouee')
            and next_attempt_at <= now()) as overdue`,
  )
  const facts = rows[0]
  if (!facts) throw new Error('readiness answered no row')
  const missing = migrations.filter(({ name }) => !facts.applied.includes(name))
  return {
    database: { status: 'ok', detail: 'answers' },
    migrations:
      missing.length === 0
        ? { status: 'ok', detail: `${migrations.length} applied` }
        : { status: 'down', detail: `${missing.length} missing: run npm run migrate` },
    worker: workerCheck(facts.beat),
    mail: mailCheck(facts),
  }
}

function workerCheck(beat: number | null): Check {
  if (beat === null) return { status: 'degraded', detail: 'no worker is running' }
  return beat <= 60
    ? { status: 'ok', detail: `last seen ${beat} s ago` }
    : { status: 'degraded', detail: `not seen for ${beat} s` }
}

function mailCheck({ waiting, overdue }: Facts): Check {
  if (!env.smtpUrl)
    return {
      status: 'degraded',
      detail: `no SMTP_URL: ${waiting} messages wait, readable on the site`,
    }
  return overdue !== null && overdue > 120
    ? { status: 'degraded', detail: `${waiting} messages wait, the oldest is ${overdue} s overdue` }
    : { status: 'ok', detail: `${waiting} messages wait` }
}
