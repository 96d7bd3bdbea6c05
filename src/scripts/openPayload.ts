import { setTimeout as pause } from 'node:timers/promises'
import type { Payload } from 'payload'
import { CannotRun } from './command'
import { needMigrated } from './migrationState'
import { openDatabase } from './openDatabase'
import { localSecret, provide, settingsWith } from './settings'

/** Payload remembers an instance by its key even after its connections were closed. */
let opened = 0

/**
 * Payload for a command or a worker. Its own instance: the one Next compiled has other copies of
 * the same classes, and an `instanceof` across the two would fail.
 */
export async function openPayload(): Promise<Payload> {
  // Without it Node 20 now and then drops the import below: no error, and it never ends.
  if (!process.execArgv.includes('--conditions=production'))
    throw new CannotRun('Start this command through npm: it needs node --conditions=production.')
  // Outside production Payload writes type files and looks for a development server.
  Object.assign(process.env, { NODE_ENV: 'production' })
  const [{ getPayload }, { default: config }] = await Promise.all([
    import('payload'),
    import('@payload-config'),
  ])
  opened += 1
  return getPayload({ config, key: `command ${opened}` })
}

/** Payload's own `destroy` leaves the connections open. */
async function closePayload(payload: Payload): Promise<void> {
  const { poolOf } = await import('@/database')
  const pool = poolOf(payload)
  await payload.destroy()
  // A query that hangs would keep its connection, and us, for ever.
  if (!pool.ended) await Promise.race([pool.end(), pause(3_000)])
}

/** Opens Payload, does the work, and closes the connections. */
export async function withPayload<Result>(
  work: (payload: Payload) => Promise<Result>,
): Promise<Result> {
  const payload = await openPayload()
  try {
    return await work(payload)
  } finally {
    await closePayload(payload)
  }
}

/** For the commands beside a server: its database, its secret, its migrations, then Payload. */
export async function withMigratedPayload(
  work: (payload: Payload) => Promise<void>,
): Promise<void> {
  const settings = await settingsWith()
  const database = await openDatabase(settings)
  try {
    if (!settings.payloadSecret) await provide({ payloadSecret: localSecret() })
    await needMigrated(database.url)
    await withPayload(work)
  } finally {
    await database.stop()
  }
}

/** Closes the connections of every Payload of this process, the one of Next's pages too. */
export async function closePayloads(): Promise<void> {
  const instances: unknown = Reflect.get(globalThis, '_payload') // Where Payload keeps them.
  if (!(instances instanceof Map)) return
  for (const entry of instances.values() as Iterable<{ payload?: Payload }>)
    // as: see getPayload.
    if (entry.payload) await closePayload(entry.payload)
}
