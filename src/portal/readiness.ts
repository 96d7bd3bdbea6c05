import { env } from '@/env'
import { healthFacts, healthOf, type Health, type HealthFacts } from '@/health'
import { portalPayload } from './payload'

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

async function checkAll(): Promise<Readiness['checks']> {
  const facts = await healthFacts(await portalPayload())
  const health = healthOf(facts, Boolean(env.smtpUrl))
  return {
    database: { status: health.database, detail: 'answers' },
    migrations: { status: health.migrations, detail: migrationsInWords(facts) },
    worker: { status: health.worker, detail: workerInWords(facts) },
    mail: { status: health.mail, detail: mailInWords(facts) },
  }
}

const migrationsInWords = ({ applied, missing }: HealthFacts) =>
  missing.length === 0 ? `${applied} applied` : `${missing.length} missing: run npm run migrate`

function workerInWords({ beat }: HealthFacts): string {
  if (beat === null) return 'no worker is running'
  return beat <= 60 ? `last seen ${beat} s ago` : `not seen for ${beat} s`
}

function mailInWords({ waiting, overdue }: HealthFacts): string {
  if (!env.smtpUrl) return `no SMTP_URL: ${waiting} messages wait, readable on the site`
  return overdue !== null && overdue > 120
    ? `${waiting} messages wait, the oldest is ${overdue} s overdue`
    : `${waiting} messages wait`
}
