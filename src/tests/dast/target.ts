import { mkdirSync } from 'node:fs'
import { once } from 'node:events'
import type { ChildProcess } from 'node:child_process'
import { Pool } from 'pg'
import { SMTPServer } from 'smtp-server'
import type { AddressInfo } from 'node:net'
import { CannotRun } from '@/scripts/command'
import { discardEmbedded, startEmbedded } from '@/scripts/embeddedPostgres'
import { inData } from '@/scripts/paths'
import { anyFreePort } from '@/scripts/ports'
import { end, run, scriptArguments, startNode, type Environment } from '@/scripts/process'
import { buildSite, isBuildFresh } from '@/scripts/siteBuild'
import { testEnvironment } from '@/scripts/testEnvironment'
import { untilDeath, waitForAnswer } from '@/scripts/waitFor'
import { A_REQUEST, openTap, type Tap } from './tap'
import { REPORTS } from './tools'

/** The production build with demo data on a PostgreSQL of its own, reachable from here alone. */

export type Target = {
  /** Past the tap, for what a proxy would straighten out. */
  direct: string
  tap: Tap
  /** The server's process. */
  pid: number | undefined
  databaseUrl: string
  /** Our own connections: what is read through them went through nothing of the product. */
  sql: Pool
  password: string
  /** Bytes on the server's heap once the rubbish is gone. */
  heap(): Promise<number>
  log: string
  close(): Promise<void>
}

const FOLDER = inData('dast-postgres')
const PASSWORD = 'dast-dast-dast-dast'
/** How often turns are given back where the limits shall not hide what is behind them. */
const FORGIVING = 200

export async function openTarget(): Promise<Target> {
  mkdirSync(REPORTS, { recursive: true })
  if (!isBuildFresh() && (await buildSite()) !== 0) throw new CannotRun('The site does not build.')
  await discardEmbedded(FOLDER)
  const database = await startEmbedded({ dataDir: FOLDER })
  const mail = await openMail()
  const port = await anyFreePort()
  const tap = await openTap(port)
  const env: Environment = {
    ...testEnvironment(),
    DATABASE_URL: database.url,
    SERVER_URL: tap.url,
    PORT: String(port),
    SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
    SEED_PASSWORD: PASSWORD,
    TRUSTED_PROXIES: '127.0.0.1',
  }
  for (const script of ['migrate', 'seed'])
    if (
      (await run(process.execPath, scriptArguments(script), { env, onOutput: () => undefined })) !==
      0
    )
      throw new CannotRun(`npm run ${script} failed on a database of its own.`)
  const log = inData('dast', 'server.log')
  const preload = ['--expose-gc', '--import', './src/tests/dast/heap.mjs']
  const server = startNode([...preload, ...scriptArguments('start', '--host', '127.0.0.1')], {
    env,
    logFile: log,
  })
  const direct = `http://127.0.0.1:${port}`
  await Promise.race([
    waitForAnswer(`${direct}/readyz`, 120),
    untilDeath(server, 'The server (see .data/dast/server.log)'),
  ])
  tap.moments.push(...(await freeMoments(direct)))
  const sql = new Pool({ connectionString: database.url, max: 3, application_name: 'dast' })
  return {
    direct,
    tap,
    pid: server.pid,
    databaseUrl: database.url,
    sql,
    password: PASSWORD,
    log,
    heap: () => heapOf(server),
    close: async () => {
      await tap.stop()
      await end(server)
      await mail.stop()
      await sql.end()
      await database.stop()
      await discardEmbedded(FOLDER)
    },
  }
}

/** When the property of A_REQUEST can be visited in the next weeks. */
async function freeMoments(base: string): Promise<string[]> {
  const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)
  const query = `from=${day(1)}&to=${day(60)}&kind=${A_REQUEST.kind}`
  const answer = await fetch(`${base}/api/properties/${A_REQUEST.property}/slots?${query}`)
  // as: the shape of the contract.
  const { slots } = (await answer.json()) as { slots: { startsAt: string; free: boolean }[] }
  return slots.filter(({ free }) => free).map(({ startsAt }) => startsAt)
}

async function heapOf(server: ChildProcess): Promise<number> {
  const answer = once(server, 'message')
  server.send('heap')
  const [{ heap }] = (await answer) as [{ heap: number }] // as: what heap.mjs sends.
  return heap
}

/** Takes every mail and keeps none. */
async function openMail(): Promise<{ port: number; stop(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      stream.resume()
      stream.once('end', () => done())
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo // as: it listens on a port.
  return { port, stop: () => new Promise((resolve) => server.close(() => resolve())) }
}

/**
 * Many addresses, and turns that come back: limits per phone, account and reference give way too.
 * This is the database of this run; the product has no such switch.
 */
export async function withoutLimits<Result>(
  { tap, sql }: Target,
  work: () => Promise<Result>,
): Promise<Result> {
  tap.from('many')
  const forgive = setInterval(
    () => void sql.query('delete from rate_limits').catch(() => undefined), // The next one does it.
    FORGIVING,
  )
  try {
    return await work()
  } finally {
    clearInterval(forgive)
    tap.from('one')
  }
}

/**
 * The session of a member of the demo's staff, as a header: of a program that names no page it comes
 * from the cookie is not taken.
 */
export async function sessionOf({ tap, password }: Target, email: string): Promise<string> {
  const answer = await fetch(`${tap.url}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  const cookie = answer.headers.getSetCookie().find((each) => /^[\w-]+-token=/.test(each))
  if (!cookie) throw new CannotRun(`The login of ${email} answered ${answer.status}.`)
  return `Authorization: JWT ${/=([^;]+)/.exec(cookie)?.[1]}`
}

/** A booking of today, as a client makes it, and the secret of its link. */
export async function aBooking({ tap }: Target): Promise<{ reference: string; token: string }> {
  const answer = await fetch(`${tap.url}/api/reservations/request`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(A_REQUEST),
  })
  if (answer.status !== 201)
    throw new CannotRun(`A booking was answered ${answer.status}: ${await answer.text()}`)
  // as: the shape of the contract.
  const told = (await answer.json()) as { reservation: { reference: string }; trackingUrl: string }
  const token = told.trackingUrl.split('/').at(-1) ?? ''
  return { reference: told.reservation.reference, token }
}
