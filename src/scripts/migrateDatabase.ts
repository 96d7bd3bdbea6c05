import type { Migration, Payload } from 'payload'
import type { Client } from 'pg'
import { CannotRun } from './command'
import { appliedMigrations, migrationNames } from './migrationState'
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
    const templates = await withPayload(async (payload) => {
      await apply(payload, client, migrationNames())
      const { installTemplates } = await import('@/messaging/installTemplates')
      return installTemplates(payload)
    })
    const fresh = migrationNames().filter((name) => !before.some((row) => row.name === name))
    for (const name of fresh) say(`  migrated ${name}`)
    say(
      `Database is up to date: ${migrationNames().length} migrations (${fresh.length} new), ` +
        `${templates} message templates installed.`,
    )
  })
}

/** Brings a database to the state of these migrations and no further, for a backup of that time. */
export async function migrateTo(url: string, names: readonly string[]): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await withPayload((payload) => apply(payload, client, names))
  })
}

/** Payload has been seen to report success without having done anything: the table is asked. */
async function apply(payload: Payload, client: Client, names: readonly string[]): Promise<void> {
  const { migrations } = await import('@migrations')
  const wanted = migrations.filter(({ name }) => names.includes(name))
  // as: Payload types them for any database, the generated ones are for PostgreSQL.
  await payload.db.migrate({ migrations: wanted as Migration[] })
  const applied = await appliedMigrations(client)
  const missing = names.filter((name) => !applied.some((row) => row.name === name))
  if (missing.length > 0) throw new CannotRun(`Not migrated: ${missing.join(', ')}.`)
}
