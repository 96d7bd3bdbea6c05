import { existsSync, realpathSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { CannotRun } from './command'
import { keptSecret } from './keptSecret'
import { anyFreePort } from './ports'
import { hasCluster, makeCluster, ownerOf, removeCluster } from './postgresData'
import { postgresAccount, postgresPrograms } from './postgresPrograms'
import { isPassing, runningPort, startServer, stopServer, type Cluster } from './postgresServer'

export type EmbeddedPostgres = {
  /** Address of database `scim`, as its superuser. */
  url: string
  /** Stops the server, unless another process still uses it. */
  stop(): Promise<void>
  /** Called once when the server goes away by itself. */
  onLost(listener: () => void): void
}

const DATABASE = 'scim'
/** Every process that uses the server holds this lock shared; who gets it alone may stop the server. */
const IN_USE = 20_261_123
const PATIENCE = 30_000

/**
 * Starts the PostgreSQL that npm installed, on 127.0.0.1 only, and makes its data folder when there
 * is none. A server that a killed process left running is taken over.
 * @param port a free one unless told
 * @throws CannotRun with one line for the user
 */
export async function startEmbedded(options: {
  dataDir: string
  port?: number
}): Promise<EmbeddedPostgres> {
  const cluster = openCluster(path.resolve(options.dataDir))
  const { port, keeper } = await keptServer(cluster, options.port)
  const address = (database: string) =>
    `postgres://postgres:${cluster.password}@127.0.0.1:${port}/${database}`
  await keeper
    .query(`create database ${DATABASE}`)
    .catch((error: { code?: string }) => ignoreExisting(error))

  let stopping = false
  let lost: () => void = () => undefined
  keeper.on('error', () => undefined) // The `end` that follows tells it.
  keeper.on('end', () => !stopping && lost())
  return {
    url: address(DATABASE),
    onLost: (listener) => (lost = listener),
    stop: async () => {
      if (stopping) return
      stopping = true
      if (await isLastUser(keeper)) await stopServer(cluster)
      await keeper.end().catch(() => undefined) // The server may have closed it already.
    },
  }
}

function ignoreExisting(error: { code?: string }): void {
  if (error.code !== '42P04' && error.code !== '23505') throw error
}

function openCluster(dataDir: string): Cluster {
  const self = postgresAccount()
  const programs = postgresPrograms(self)
  const passwordFile = `${dataDir}.password`
  const made = hasCluster(dataDir)
  if (made && !existsSync(passwordFile))
    throw new CannotRun(`${passwordFile} is missing: put it back, or move ${dataDir} away.`)
  const password = keptSecret(passwordFile)
  if (!made) makeCluster(dataDir, password, programs, self)
  const home = realpathSync(dataDir)
  return { dataDir, home, password, programs, account: ownerOf(home, self) }
}

/** A running server and the connection that says we use it. */
async function keptServer(cluster: Cluster, wanted?: number) {
  const until = Date.now() + PATIENCE
  let reason = ''
  while (Date.now() < until) {
    const running = runningPort(cluster.home)
    const port = running ?? wanted ?? (await anyFreePort())
    if (!running) reason = await startServer(cluster, port)
    const keeper = reason && !running ? null : await keep(cluster, port)
    if (keeper) return { port, keeper }
    if (reason && !isPassing(reason)) break
    await pause(300)
  }
  throw new CannotRun(
    `The database in ${path.relative(process.cwd(), cluster.dataDir)} does not start: ` +
      (reason || 'it does not answer. See server.log in it.'),
  )
}

async function keep(cluster: Cluster, port: number): Promise<Client | null> {
  const keeper = new Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: cluster.password,
    database: 'postgres',
    application_name: 'scim-keeper',
    connectionTimeoutMillis: 5_000,
  })
  keeper.on('error', () => undefined) // A failed query below already says so.
  try {
    await keeper.connect()
    await keeper.query('select pg_advisory_lock_shared($1)', [IN_USE])
    const { rows } = await keeper.query<{ data_directory: string }>('show data_directory')
    if (rows[0]?.data_directory === cluster.home) return keeper
  } catch (error) {
    if (isWrongPassword(error))
      throw new CannotRun(`${cluster.dataDir}.password is not the password of this database.`)
    // Starting up, shutting down or not ours: the caller looks again until its patience ends.
  }
  await keeper.end().catch(() => undefined) // It never was open.
  return null
}

const isWrongPassword = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === '28P01'

async function isLastUser(keeper: Client): Promise<boolean> {
  try {
    await keeper.query('select pg_advisory_unlock_shared($1)', [IN_USE])
    const { rows } = await keeper.query<{ alone: boolean }>(
      'select pg_try_advisory_lock($1) as alone',
      [IN_USE],
    )
    return rows[0]?.alone ?? false
  } catch {
    return true // The connection is gone, and with it most likely the server.
  }
}

/** Stops whatever still runs over a data folder and removes it for good. */
export async function discardEmbedded(dataDir: string): Promise<void> {
  if (existsSync(dataDir)) {
    const self = postgresAccount()
    const home = realpathSync(dataDir)
    const account = ownerOf(home, self)
    const programs = postgresPrograms(self)
    if (runningPort(home)) await stopServer({ dataDir, home, password: '', programs, account })
  }
  removeCluster(dataDir)
  rmSync(`${dataDir}.password`, { force: true })
}
