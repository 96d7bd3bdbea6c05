import { readdirSync } from 'node:fs'
import { CannotRun } from './command'
import { discardEmbedded, startEmbedded } from './embeddedPostgres'
import { withClient } from './openDatabase'
import { DATA, inData } from './paths'
import { isAlive } from './postgresData'
import { run, scriptArguments, type Environment } from './process'

export const TEMPLATE = 'scim_template'
const PREFIX = 'test-postgres-'

export type TestDatabase = {
  /** Administers the server; every test file makes a database of its own from the template. */
  url: string
  /** The address of another database of the server. */
  urlOf(database: string): string
  remove(): Promise<void>
}

/** A server for the tests with a migrated template, embedded unless `outside` names one. */
export async function makeTestDatabase(
  outside: string | undefined,
  env: Environment,
): Promise<TestDatabase> {
  const server = outside ? { url: outside, remove: () => dropOurs(outside) } : await ownServer()
  const urlOf = (database: string) => {
    const url = new URL(server.url)
    url.pathname = `/${database}`
    return url.toString()
  }
  try {
    if (outside) await dropOurs(outside)
    await withClient(server.url, (client) => client.query(`create database ${TEMPLATE}`))
    const code = await run(process.execPath, scriptArguments('migrate'), {
      env: { ...env, DATABASE_URL: urlOf(TEMPLATE) },
    })
    if (code !== 0) throw new CannotRun('The test database could not be migrated.')
    await withClient(server.url, (client) =>
      client.query(`alter database ${TEMPLATE} is_template true`),
    )
  } catch (error) {
    await server.remove()
    throw error
  }
  return { ...server, urlOf }
}

async function ownServer() {
  await discardLeftovers()
  const dataDir = inData(`${PREFIX}${process.pid}`)
  const embedded = await startEmbedded({ dataDir })
  return {
    url: embedded.url,
    remove: async () => {
      await embedded.stop()
      await discardEmbedded(dataDir)
    },
  }
}

/** A run that was killed could not tidy up. */
async function discardLeftovers(): Promise<void> {
  for (const name of readdirSync(DATA)) {
    const pid = /^test-postgres-(\d+)$/.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) await discardEmbedded(inData(name))
  }
}

async function dropOurs(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_database where datname = $1 or datname like 'scim\\_test\\_%'`,
      [TEMPLATE],
    )
    for (const { datname } of rows) {
      const name = client.escapeIdentifier(datname)
      await client.query(`alter database ${name} is_template false`)
      await client.query(`drop database ${name} with (force)`)
    }
  })
}
