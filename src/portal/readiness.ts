import { stallOf } from '@/domain/stall'
import { healthFacts, healthOf, type Health, type HealthFacts } from '@/health'
import { isStopping } from '@/stopping'
import { portalPayload } from './payload'

type Check = { status: Health; detail: string }
export type Readiness = {
  status: Health
  checks: { database: Check; migrations: Check; worker: Check; mail: Check }
}

const UNKNOWN: Check = { status: 'down', detail: 'database unreachable' }

/**
 * What works and what does not, in words for whoever watches the service. A server that was asked to
 * stop is down while it still answers, so that a proxy turns to another before it is gone.
 */
export async function readiness(): Promise<Readiness> {
  let checks: Readiness['checks']
  try {
    checks = await checkAll()
  } catch {
    // Whatever stops these reads is the answer asked for: the database cannot be used.
    checks = { database: UNKNOWN, migrations: UNKNOWN, worker: UNKNOWN, mail: UNKNOWN }
  }
  const all = Object.values(checks).map(({ status }) => status)
  const down = isStopping() || all.includes('down')
  const status = down ? 'down' : all.includes('degraded') ? 'degraded' : 'ok'
  return { status, checks }
}

async function checkAll(): Promise<Readiness['checks']> {
  const facts = await healthFacts(await portalPayload())
  const health = healthOf(facts)
  return {
    database: { status: health.database, detail: 'answers' },
    migrations: { status: health.migrations, detail: migrationsInWords(facts) },
    worker: { status: health.worker, detail: workerInWords(facts) },
    mail: { status: health.mail, detail: mailInWords(facts, health.mail) },
  }
}

const migrationsInWords = ({ applied, missing }: HealthFacts) =>
  missing.length === 0 ? `${applied} applied` : `${missing.length} missing: run npm run migrate`

function workerInWords({ pulse }: HealthFacts): string {
  const stall = stallOf(pulse)
  if (pulse.beat === null) return 'no worker is running'
  if (stall === 'worker') return `not seen for ${pulse.beat} s`
  return stall === 'clocks'
    ? `deadlines wait, the oldest for ${pulse.clocks} s`
    : `last seen ${pulse.beat} s ago`
}

function mailInWords({ pulse, waiting }: HealthFacts, health: Health): string {
  if (!pulse.mail) return `no SMTP_URL: ${waiting} messages wait, readable on the site`
  if (health === 'ok') return `${waiting} messages wait`
  const away =
    pulse.mailDown === null ? '' : `, the mail server takes nothing for ${pulse.mailDown} s`
  return `${waiting} messages wait, the oldest is ${pulse.mailOverdue ?? 0} s overdue${away}`
}
