import { setTimeout as pause } from 'node:timers/promises'
import type { Payload } from 'payload'
import type { Client } from 'pg'
import { databaseCode } from '@/databaseRefusal'
import { CannotRun, explain } from './command'
import { appliedMigrations, listed, migrationNames, othersTables } from './migrationState'
import { withClient } from './openDatabase'
import { withPayload } from './openPayload'
import { say } from './say'

/** Any number of these may start at once: one migrates, the others wait and find it done. */
const LOCK = 20_261_124

/**
 * Brings a database up to date: schema, then message templates.
 * @throws CannotRun when something is left to do afterwards
 */
export async function migrateDatabase(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    const before = await appliedMigrations(client)
    // Payload would ask a question here, and nobody may be there to answer it.
    if (before.some(({ batch }) => batch === -1))
      throw new CannotRun(
        'This database was made by a development push, without migrations: use an empty one.',
      )
    const others = await othersTables(client)
    if (others.length > 0)
      throw new CannotRun(
        `This database holds the tables of another program (${listed(others)}): use an empty one.`,
      )
    const templates = await withPayload(async (payload) => {
      await apply(payload, client, migrationNames())
      const { installTemplates } = await import('@/messaging/installTemplates')
      return installTemplates(payload)
    })
    const names = migrationNames()
    const fresh = names.filter((name) => !before.some((row) => row.name === name))
    say(
      `Database is up to date: ${names.length} migrations (${fresh.length} new), ` +
        `${templates} message templates installed.`,
    )
    const newer = before.flatMap(({ name }) => (name && !names.includes(name) ? [name] : []))
    if (newer.length > 0)
      say(`It was migrated by a newer version of this program too: ${listed(newer)}.`)
  })
}

/** Brings a database to the state of these migrations and no further, for a backup of that time. */
export async function migrateTo(url: string, names: readonly string[]): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await withPayload((payload) => apply(payload, client, names))
  })
}

/**
 * One transaction for each. Not `payload.db.migrate`: it ends the process at the first fault, without
 * a word of why, and leaves a restore no time to put things back.
 */
async function apply(payload: Payload, client: Client, names: readonly string[]): Promise<void> {
  const { migrations } = await import('@migrations')
  const { inTransaction, rowsOf, sql, transactionOf } = await import('@/database')
  const before = await appliedMigrations(client)
  const batch = 1 + Math.max(0, ...before.map((row) => row.batch))
  for (const { name, up } of migrations) {
    if (!names.includes(name) || before.some((row) => row.name === name)) continue
    const once = () =>
      inTransaction(payload, {}, async (req) => {
        // A large house takes longer than a request may.
        await rowsOf(req, sql`set local statement_timeout = 0`)
        await rowsOf(req, sql`set local lock_timeout = '2s'`)
        await up({ db: await transactionOf(req), payload, req })
        await payload.create({ collection: 'payload-migrations', data: { name, batch }, req })
      })
    await untilFree(name, once).catch((error: unknown) => {
      throw new CannotRun(`${name} could not be applied, nothing of it is left. ${whyNot(error)}`)
    })
    say(`  migrated ${name}`)
  }
  const applied = await appliedMigrations(client)
  const missing = names.filter((name) => !applied.some((row) => row.name === name))
  if (missing.length > 0) throw new CannotRun(`Not migrated: ${missing.join(', ')}.`)
}

const PAUSE = 3_000
const PATIENCE = 10 * 60_000
const isHeld = (error: unknown) => databaseCode(error) === '55P03'

/**
 * Behind a migration that waits for a table everybody else waits too: while a backup reads, or somebody
 * left a transaction open, the whole site would stand still. So it waits shortly, steps back, and tries
 * again.
 */
async function untilFree(name: string, once: () => Promise<void>): Promise<void> {
  const until = Date.now() + PATIENCE
  for (let turn = 0; ; turn += 1) {
    try {
      return await once()
    } catch (error) {
      if (!isHeld(error) || Date.now() > until) throw error
    }
    if (turn === 0) say(`  ${name} waits: somebody else is using its tables.`)
    await pause(PAUSE)
  }
}

function whyNot(error: unknown): string {
  if (isHeld(error))
    return 'Somebody else held its tables for ten minutes: a backup, or a transaction left open.'
  return databaseCode(error) === '42501'
    ? `${explain(error)} The user in DATABASE_URL must own the database.`
    : explain(error)
}
