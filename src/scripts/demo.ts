import { existsSync, readFileSync } from 'node:fs'
import type { Settings } from '@/settingsRules'
import { CannotRun, command, flag, stopAsked } from './command'
import { makePassword } from './keptSecret'
import { openDatabase, withClient, type OpenDatabase } from './openDatabase'
import { ownFolder } from './ownFolder'
import { BACKUPS, DEMO_PASSWORD, inData, MEDIA } from './paths'
import { startNightlyBackups } from './nightlyBackup'
import { isLocalPortFree, portIsBusy } from './ports'
import { endAll, isEnding, run, scriptArguments, startNode, type Environment } from './process'
import { box, progress, say } from './say'
import { localSecret, settingsWith } from './settings'
import { buildSite, isBuildFresh } from './siteBuild'
import { startInbox } from './startInbox'
import { untilDeath, waitForAnswer } from './waitFor'

const dev = flag('dev')
const LOG = inData('server.log')
/** Before it, the log is of an earlier run. */
let serverStarted = false

/** Runs a step and shows what it said only when it failed. */
async function step(label: string, work: (hear: (text: string) => void) => Promise<number>) {
  const heard: string[] = []
  const line = progress(label)
  const code = await work((text) => heard.push(text))
  const stopped = code !== 0 && isEnding()
  line.done(code === 0 ? 'done' : stopped ? 'stopped' : 'failed')
  if (code === 0) return
  if (stopped) throw new CannotRun(`${label}: stopped.`)
  say(heard.join('').trimEnd())
  throw new CannotRun(`${label}: failed, see above.`)
}

async function prepare(env: Environment): Promise<void> {
  const args = scriptArguments('prepare')
  await step('Database: migrations and demo data', (onOutput) =>
    run(process.execPath, args, { env, onOutput }),
  )
}

async function buildIfStale(): Promise<void> {
  if (isBuildFresh()) say('Site: built already')
  else await step('Site: building (one to three minutes)', buildSite)
}

function startServer(port: number, env: Environment) {
  const args = scriptArguments('start', '--host', '127.0.0.1', ...(dev ? ['--dev'] : []))
  const server = startNode(args, dev ? { env } : { env, logFile: LOG })
  serverStarted = true
  const deaths = [untilDeath(server, 'The server')]
  // Next's development server and the worker want different builds of the same packages.
  if (dev) deaths.push(untilDeath(startNode(scriptArguments('worker'), { env }), 'The worker'))
  const death = Promise.race(deaths)
  const ready = waitForAnswer(`http://127.0.0.1:${port}/readyz`, dev ? 240 : 60)
  return { death, ready: Promise.race([ready, death]) }
}

async function showHouse(settings: Settings, databaseUrl: string, inbox: string): Promise<void> {
  const { DEMO_LOGINS } = await import('@/seed/people')
  const emails = DEMO_LOGINS.map(({ email }) => email)
  const { rows } = await withClient(databaseUrl, (client) =>
    client.query<{ email: string }>('select email from users where email = any($1)', [emails]),
  )
  const there = DEMO_LOGINS.filter(({ email }) => rows.some((row) => row.email === email))
  const logins = there.map(({ role, email }) => `  ${role.padEnd(13)} ${email}`)
  const password = existsSync(DEMO_PASSWORD)
    ? readFileSync(DEMO_PASSWORD, 'utf8').trim()
    : 'as you set it'
  box([
    'The demo is open',
    '',
    `Portal   ${settings.serverUrl}`,
    `Admin    ${settings.serverUrl}/admin`,
    `Inbox    ${inbox}`,
    ...(logins.length > 0 ? ['', 'Logins', ...logins, `  password      ${password}`] : []),
    '',
    'Ctrl-C stops everything; the data is kept under .data',
  ])
}

/** Runs until something dies; says when the house is open. */
async function live(settings: Settings, database: OpenDatabase): Promise<never> {
  for (const folder of [MEDIA, BACKUPS, inData('static')]) ownFolder(folder)
  const known = existsSync(DEMO_PASSWORD) ? readFileSync(DEMO_PASSWORD, 'utf8').trim() : ''
  const env: Environment = {
    DATABASE_URL: database.url,
    PAYLOAD_SECRET: settings.payloadSecret ?? localSecret(),
    SCIM_CONTACT_EMAIL: settings.contactEmail,
    SEED_PASSWORD: settings.seedPassword ?? (known || makePassword()),
    NODE_ENV: undefined,
  }
  await prepare(env)
  if (!dev) await buildIfStale()

  const inbox = settings.smtpUrl ? null : await startInbox()
  const line = progress('Server: starting')
  const server = startServer(settings.port, {
    ...env,
    SMTP_URL: inbox?.smtpUrl ?? settings.smtpUrl,
    SCIM_WORKER: dev ? 'off' : 'inline',
  })
  await server.ready
  line.done('ready')
  if (!dev) startNightlyBackups(settings.timeZone, env)
  await showHouse(settings, database.url, inbox?.webUrl ?? 'none: mail goes out by SMTP_URL')

  const gone = new Promise<never>((_resolve, reject) =>
    database.onLost(() => reject(new CannotRun('The database ended unexpectedly.'))),
  )
  const deaths = inbox ? [untilDeath(inbox.process, 'The local inbox')] : []
  return Promise.race([server.death, gone, ...deaths])
}

function tellLog(): void {
  if (dev || !serverStarted || !existsSync(LOG)) return
  const tail = readFileSync(LOG, 'utf8').trimEnd().split('\n').slice(-15)
  say(`\nThe last lines of .data/server.log:\n${tail.map((text) => `  ${text}`).join('\n')}`)
}

await command(async () => {
  const stopped = stopAsked()
  const settings = await settingsWith()
  if (!(await isLocalPortFree(settings.port))) throw portIsBusy(settings.port)
  const opening = openDatabase(settings)
  const life = opening.then((database) => live(settings, database))
  try {
    await Promise.race([life, stopped])
    say('\nStopping …')
  } catch (error) {
    tellLog()
    throw error
  } finally {
    life.catch(() => undefined) // What dies from here on was told to.
    await endAll()
    await opening.then(
      (database) => database.stop(),
      () => undefined, // It never opened, and `life` told why.
    )
  }
  say('Stopped. The data is kept under .data')
})
