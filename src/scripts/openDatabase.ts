import { Client } from 'pg'
import { SESSION_DEFAULTS } from '@/sessionDefaults'
import type { Settings } from '@/settingsRules'
import { CannotRun } from './command'
import { startEmbedded } from './embeddedPostgres'
import { inData } from './paths'
import { say } from './say'
import { provide } from './settings'

export type OpenDatabase = {
  url: string
  stop(): Promise<void>
  onLost(listener: () => void): void
}

const OLDEST = 15
/** What our connections ask for at their start and PgBouncer does not hand on. */
const UNKNOWN_TO_POOLERS = 'statement_timeout, idle_in_transaction_session_timeout, options'

/**
 * The database of this process: the one DATABASE_URL names, checked, or the embedded one.
 * @throws CannotRun with one line when it cannot be used
 */
export async function openDatabase(settings: Settings): Promise<OpenDatabase> {
  if (settings.databaseUrl) {
    await checkDatabase(settings.databaseUrl)
    return { url: settings.databaseUrl, stop: async () => undefined, onLost: () => undefined }
  }
  say('DATABASE_URL is not set: using the embedded PostgreSQL under .data/postgres')
  const embedded = await startEmbedded({ dataDir: inData('postgres') })
  await provide({ databaseUrl: embedded.url })
  return embedded
}

/** One connection for one piece of work. */
export async function withClient<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    options: SESSION_DEFAULTS,
  })
  client.on('error', () => undefined) // The query under way fails and tells it.
  try {
    await client.connect()
  } catch (error) {
    throw new CannotRun(`DATABASE_URL: ${whyUnreachable(error, new URL(url))}`)
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function checkDatabase(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num')
    const major = Math.floor(Number(rows[0]?.server_version_num) / 10_000)
    if (major < OLDEST)
      throw new CannotRun(
        `DATABASE_URL: PostgreSQL ${OLDEST} or newer is needed; this is ${major}.`,
      )
  })
}

/** A name as people call it. */
function asTyped(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part // A bare % in it: it stays as it was written.
  }
}

function whyUnreachable(error: unknown, { hostname, port, pathname, username }: URL): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const server = `${hostname}:${port || 5432}`
  if (code === 'ECONNREFUSED') return `nothing listens at ${server}.`
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `no host is named ${hostname}.`
  if (code === '28P01' || code === '28000')
    return `${server} does not let user "${asTyped(username)}" in: check the user and the password.`
  if (code === '3D000')
    return `${server} has no database "${asTyped(pathname.slice(1))}": create it first.`
  const message = error instanceof Error ? error.message || code : code
  if (message.includes('unsupported startup parameter'))
    return `PgBouncer at ${server} lets nobody in who sets his own limits. Write into its configuration: ignore_startup_parameters = ${UNKNOWN_TO_POOLERS}`
  return `${server} cannot be reached: ${message}.`
}
