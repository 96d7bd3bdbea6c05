import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { env } from '@/env'
import { command, type Told } from '@/tests/support/commands'
import { onConnection } from '@/tests/support/connection'
import { aStaff } from '@/tests/support/house'
import { scriptArguments } from '@/scripts/process'
import { emptyDatabase } from '@/tests/support/otherDatabase'
import { waitUntil } from '@/tests/support/waitUntil'

/** What whoever operates the program types, on a database that is not as it should be. */

const folder = mkdtempSync(path.join(tmpdir(), 'scim-commands-'))
const file = path.join(folder, 'sauvegarde.tar.gz')
const media = ['--media', path.join(folder, 'media')]
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const query = (url: string, ...statements: string[]) =>
  onConnection(url, async (client) => {
    const answers: unknown[] = []
    for (const statement of statements) answers.push(...(await client.query(statement)).rows)
    return answers
  })

/** A refusal is for a person: a sentence and a true exit code, no log line and no stack. */
function expectRefusal({ code, text }: Told, sentence: RegExp): void {
  expect(text).toMatch(sentence)
  expect(text).not.toMatch(/\n +at |"level"/)
  expect(code).toBe(1)
}

beforeAll(async () => {
  await aStaff('admin', 'Clarisse Ngoma')
  expect(await command('backup', env.databaseUrl ?? '', file, ...media)).toMatchObject({ code: 0 })
}, 60_000)

test('the tables of another program are neither mixed with ours nor replaced unasked', async () => {
  const url = await emptyDatabase()
  await query(url, 'create table customers (name text)', `insert into customers values ('Awa')`)
  expectRefusal(await command('migrate', url), /tables of another program \(customers\)/)
  expectRefusal(await command('restore', url, file, ...media), /holds data.*--replace/s)
  expect(await query(url, 'select name from customers')).toEqual([{ name: 'Awa' }])
}, 120_000)

test('a user of the database who may make no tables in it is told so', async () => {
  const url = await emptyDatabase()
  const guest = `scim_guest_${process.pid}`
  await query(url, `create role ${guest} login password 'guest'`)
  const theirs = new URL(url)
  theirs.username = guest
  theirs.password = 'guest'
  try {
    const told = await command('migrate', theirs.toString())
    expectRefusal(told, /permission denied for schema public \(42501\)\. The user .* must own/)
  } finally {
    await query(url, `drop role ${guest}`)
  }
}, 60_000)

test('a migration that fails in a restore puts back what was there', async () => {
  const url = await emptyDatabase()
  await query(
    url,
    // Ours alone may make types: the first migration fails in the middle.
    'create table kept ()',
    `create function refuse() returns event_trigger language plpgsql as
      $$ begin raise exception 'not here'; end $$`,
    `create event trigger refuse on ddl_command_end when tag in ('CREATE TYPE') execute function refuse()`,
  )
  expectRefusal(await command('restore', url, file, '--replace', ...media), /could not be applied/)
  expect(await query(url, `select to_regclass('public.kept')::text as kept`)).toEqual([
    { kept: 'kept' },
  ])
}, 60_000)

test('nothing runs on the half of a restore that was interrupted', async () => {
  const url = await emptyDatabase()
  expect(await command('migrate', url)).toMatchObject({ code: 0 })
  await query(url, 'create schema scim_before_restore')
  expectRefusal(await command('worker', url), /restore .* was interrupted.*npm run restore/s)
  expectRefusal(await command('migrate', url), /restore .* was interrupted/)
  const half = path.join(folder, 'half.tar.gz')
  expectRefusal(await command('backup', url, half, ...media), /restore .* was interrupted/)
}, 120_000)

test('a database that a newer program migrated is named as such', async () => {
  const url = await emptyDatabase()
  await command('migrate', url)
  await query(
    url,
    `insert into payload_migrations (name, batch) values ('20990101_000000_later_schema', 9)`,
  )
  const { code, text } = await command('migrate', url)
  expect(text).toContain('by a newer version of this program too: 20990101_000000_later_schema.')
  expect(code).toBe(0)
}, 120_000)

test('demo data that was interrupted is completed, and its password is not told anew', async () => {
  const url = await emptyDatabase()
  await command('migrate', url)
  const first = await command('seed', url, '--force')
  expect(first.text).toMatch(/Demo logins:.*password {6}\S+/s)
  const [before] = await query(url, 'select count(*)::int from reservations')
  // As if it had ended after its first property.
  await query(
    url,
    `set session_replication_role = replica`,
    `truncate reservations, messages, status_history cascade`,
  )
  const second = await command('seed', url, '--force')
  expect(second.text).not.toContain('password')
  expect(second.code).toBe(0)
  expect(await query(url, 'select count(*)::int from reservations')).toEqual([before])
  const third = await command('seed', url, '--force')
  expect(third.text).toContain('Nothing was loaded')
  expect(third.code).toBe(0)
}, 180_000)

test('a worker whose starter was gone before it listened ends by itself', async () => {
  const child = spawn(process.execPath, scriptArguments('worker'), {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const ended = once(child, 'exit')
  child.disconnect()
  expect(await ended).toEqual([0, null])
}, 60_000)

const halves = (place: string) =>
  readdirSync(place).filter((name) => name.startsWith('.scim-backup-'))

test('a backup that is stopped leaves nothing half written', async () => {
  const place = path.join(folder, 'stopped')
  mkdirSync(place)
  const target = path.join(place, 'sauvegarde.tar.gz')
  const child = spawn(process.execPath, scriptArguments('backup', target, ...media), {
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  await waitUntil('it writes', async () => readdirSync(place).length > 0)
  child.kill('SIGTERM')
  await ended
  expect(halves(place)).toEqual([])
}, 60_000)

test('what a killed backup left is removed by a later one, after a day', async () => {
  const place = path.join(folder, 'killed')
  for (const name of ['.scim-backup-1-old', '.scim-backup-2-new'])
    mkdirSync(path.join(place, name), { recursive: true })
  const before = new Date(Date.now() - 25 * 3_600_000)
  utimesSync(path.join(place, '.scim-backup-1-old'), before, before)
  const target = path.join(place, 'sauvegarde.tar.gz')
  expect(await command('backup', env.databaseUrl ?? '', target, ...media)).toMatchObject({
    code: 0,
  })
  expect(halves(place)).toEqual(['.scim-backup-2-new'])
}, 60_000)

test('a backup made where the photos are not says how many it lacks', async () => {
  const url = env.databaseUrl ?? ''
  const whole = await command('backup', url, file, ...media)
  expect(whole.text).not.toContain('Not saved')
  await query(
    url,
    `insert into media (alt, filename, created_at) values ('façade', 'facade.webp', now() - interval '1 hour')`,
  )
  const told = await command('backup', url, file, ...media)
  expect(told.text).toContain('Not saved: 1 photos')
  expect(told.code).toBe(3)
}, 60_000)
