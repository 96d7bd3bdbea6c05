import { migrations } from '@migrations'
import { poolOf } from '@/database'
import { stallOf, type Pulse } from '@/domain/stall'
import { pulseOf } from '@/pulse'
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

type Facts = { applied: string[]; waiting: number }

async function checkAll(): Promise<Readiness['checks']> {
  const payload = await portalPayload()
  const { rows } = await poolOf(payload).query<Facts>(
    `select
       coalesce((select array_agg(name::text) from payload_migrations), '{}') as applied,
       (select count(*)::int from messages where channel = 'email'
          and state in ('a_envoyer', 'echouee', 'en_cours')) as waiting`,
  )
  const facts = rows[0]
  if (!facts) throw new Error('readiness answered no row')
  const missing = migrations.filter(({ name }) => !facts.applied.includes(name))
  const pulse = await pulseOf(payload)
  return {
    database: { status: 'ok', detail: 'answers' },
    migrations:
      missing.length === 0
        ? { status: 'ok', detail: `${migrations.length} applied` }
        : { status: 'down', detail: `${missing.length} missing: run npm run migrate` },
    worker: workerCheck(pulse),
    mail: mailCheck(pulse, facts.waiting),
  }
}

function workerCheck(pulse: Pulse): Check {
  const stall = stallOf(pulse)
  if (pulse.beat === null) return { status: 'degraded', detail: 'no worker is running' }
  if (stall === 'worker') return { status: 'degraded', detail: `not seen for ${pulse.beat} s` }
  return stall === 'clocks'
    ? { status: 'degraded', detail: `deadlines wait, the oldest for ${pulse.clocks} s` }
    : { status: 'ok', detail: `last seen ${pulse.beat} s ago` }
}

function mailCheck(pulse: Pulse, waiting: number): Check {
  if (!pulse.mail)
    return {
      status: 'degraded',
      detail: `no SMTP_URL: ${waiting} messages wait, readable on the site`,
    }
  // Asked of mail alone: a dead worker must not hide that messages wait as well.
  if (stallOf({ ...pulse, beat: 0, clocks: null }) === null)
    return { status: 'ok', detail: `${waiting} messages wait` }
  const away =
    pulse.mailDown === null ? '' : `, the mail server does not answer for ${pulse.mailDown} s`
  return {
    status: 'degraded',
    detail: `${waiting} messages wait, the oldest is ${pulse.mailOverdue ?? 0} s overdue${away}`,
  }
}
