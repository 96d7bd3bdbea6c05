import type { ChildProcess } from 'node:child_process'
import { CannotRun } from './command'
import { makePassword } from './keptSecret'
import { withClient } from './openDatabase'
import { inData } from './paths'
import { anyFreePort } from './ports'
import { end, run, scriptArguments, startNode, type Environment } from './process'
import { startInbox } from './startInbox'
import { TEMPLATE, type TestDatabase } from './testDatabase'
import { untilDeath, waitForAnswer } from './waitFor'

const PREFIX = 'scim_test_e2e_'
const SEEDED = 'seeded'

/**
 * The servers under test, each with the settings its tests are about. Two share a database. Whether a
 * page or a route is asked `first` decides whose compiled copy of the hooks runs: see shared.ts.
 */
const HOUSES: { name: string; database: string; first: '/' | '/readyz'; env?: Environment }[] = [
  { name: 'BASE', database: 'base', first: '/readyz' },
  {
    name: 'WHATSAPP',
    database: 'whatsapp',
    first: '/',
    env: { SCIM_WHATSAPP_PHONE: '06 612 00 99' },
  },
  { name: 'WITHOUT_MAIL', database: 'without_mail', first: '/', env: { SMTP_URL: '' } },
  { name: 'PAIR', database: 'pair', first: '/readyz' },
  { name: 'PAIR_SECOND', database: 'pair', first: '/' },
]

/** Servers of the production build with the demo data, an inbox, and what the tests need to know. */
export async function openHouses(database: TestDatabase, base: Environment) {
  const inbox = await startInbox()
  const password = makePassword()
  const common: Environment = {
    ...base,
    SMTP_URL: inbox.smtpUrl,
    SEED_PASSWORD: password,
    // A test speaks as many clients, each with an address of its own.
    TRUSTED_PROXIES: '127.0.0.1',
  }
  await seed(database, common)
  for (const name of new Set(HOUSES.map((house) => house.database))) await clone(database, name)

  const facts: Environment = { E2E_INBOX_URL: inbox.webUrl, E2E_PASSWORD: password }
  const servers: ChildProcess[] = []
  for (const house of HOUSES) {
    const url = database.urlOf(PREFIX + house.database)
    const settings = { ...common, ...house.env, DATABASE_URL: url }
    const server = await serve(house.name, house.first, settings)
    servers.push(server.process)
    facts[`E2E_${house.name}_URL`] = server.url
    facts[`E2E_${house.name}_PID`] = String(server.process.pid)
    facts[`E2E_${house.name}_DATABASE_URL`] = url
  }
  return {
    facts,
    close: async () => {
      await Promise.all(servers.map((server) => end(server)))
      await end(inbox.process)
    },
  }
}

async function seed(database: TestDatabase, env: Environment): Promise<void> {
  await clone(database, SEEDED, TEMPLATE)
  const seeding = { ...env, DATABASE_URL: database.urlOf(PREFIX + SEEDED) }
  if ((await run(process.execPath, scriptArguments('seed'), { env: seeding })) !== 0)
    throw new CannotRun('The demo data could not be loaded.')
}

const clone = (database: TestDatabase, name: string, from = PREFIX + SEEDED) =>
  withClient(database.url, (client) =>
    client.query(`create database ${PREFIX + name} template ${from}`),
  )

async function serve(name: string, first: string, settings: Environment) {
  const port = await anyFreePort()
  const log = `test-server-${name.toLowerCase()}.log`
  const server = startNode(scriptArguments('start', '--host', '127.0.0.1'), {
    env: { ...settings, PORT: String(port) },
    logFile: inData(log),
  })
  await Promise.race([
    waitForAnswer(`http://127.0.0.1:${port}${first}`, 120),
    untilDeath(server, `The server under test (see .data/${log})`),
  ])
  return { url: `http://localhost:${port}`, process: server }
}
