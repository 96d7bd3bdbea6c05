import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { command } from '@/tests/support/commands'
import { emptyDatabase } from '@/tests/support/otherDatabase'
import { waitUntil } from '@/tests/support/waitUntil'

/** An upgrade beside a backup, or beside a transaction that somebody left open. */

const MIGRATION = '20261126_113800_gathered_guards'
const clients: Client[] = []
let url = ''

async function connected(): Promise<Client> {
  const client = new Client({ connectionString: url })
  clients.push(client)
  await client.connect()
  return client
}

beforeAll(async () => {
  url = await emptyDatabase()
  expect(await command('migrate', url)).toMatchObject({ code: 0 })
  const client = await connected()
  await client.query('drop trigger erasures_free_gathered on erasures')
  await client.query('drop function scim_free_gathered()')
  await client.query('delete from payload_migrations where name = $1', [MIGRATION])
}, 120_000)
afterAll(async () => {
  for (const client of clients) await client.end()
})

test('a migration that cannot have its tables yet keeps nobody else from them', async () => {
  const [holder, other, watcher] = [await connected(), await connected(), await connected()]
  await holder.query('begin')
  await holder.query('lock table erasures in row exclusive mode')
  const migrating = command('migrate', url)
  await waitUntil('the migration stands before the table', async () => {
    const { rows } = await watcher.query(
      `select 1 from pg_locks where relation = 'erasures'::regclass and not granted`,
    )
    return rows.length > 0
  })
  // Comes behind the migration, and would wait with it for the holder.
  await other.query('begin')
  await other.query('lock table erasures in row exclusive mode')
  await other.query('rollback')
  await holder.query('rollback')
  const told = await migrating
  expect(told.text).toContain(`${MIGRATION} waits: somebody else is using its tables.`)
  expect(told.text).toContain(`migrated ${MIGRATION}`)
  expect(told.code).toBe(0)
}, 120_000)
