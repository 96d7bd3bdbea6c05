import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setAside } from '@/backup/schemaSwap'
import { env } from '@/env'
import type { Property } from '@/payload-types'
import { command } from '@/tests/support/commands'
import { onConnection } from '@/tests/support/connection'
import { aProperty, aStaff, at, type Staff } from '@/tests/support/house'
import { booked, rest, type Booked } from '@/tests/support/http'
import { emptyDatabase, ownedDatabase } from '@/tests/support/otherDatabase'
import { checksums, checksumsOf, rows } from '@/tests/support/sql'
import { waitUntil } from '@/tests/support/waitUntil'

const folder = mkdtempSync(path.join(tmpdir(), 'scim-backup-'))
const file = path.join(folder, 'sauvegarde.tar.gz')
const media = path.join(folder, 'media')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let property: Property
let admin: Staff
let reservation: Booked
const ours = () => env.databaseUrl ?? ''

beforeAll(async () => {
  admin = await aStaff('admin', 'Clarisse Ngoma')
  property = await aProperty()
  reservation = await booked(property, { note: 'Tabulation\there, « guillemets », \\n et fin.' })
  await rest('PATCH', `/reservations/${reservation.id}`, {
    as: admin,
    body: { status: 'confirmee' },
  })
  await booked(property, { startsAt: at(4, '10:00') })
  mkdirSync(media)
  writeFileSync(path.join(media, 'façade.webp'), Buffer.from([0, 10, 13, 255, 10]))
  const { code, text } = await command('backup', ours(), file, '--media', media)
  expect(text).toContain('Saved and read back')
  expect(code).toBe(0)
}, 120_000)

test('what was saved comes back to the last row and byte, and the house goes on from there', async () => {
  const url = await emptyDatabase()
  const restored = path.join(folder, 'restored')
  const before = await checksums()
  const { code, text } = await command('restore', url, file, '--media', restored)
  expect(text).toContain('Restored and counted')
  expect(code).toBe(0)
  await onConnection(url, async (client) => {
    expect(await checksumsOf(client)).toEqual(before)
    const { rows: next } = await client.query<{ fresh: boolean }>(
      `select nextval('reservations_id_seq') > (select max(id) from reservations) as fresh`,
    )
    expect(next).toEqual([{ fresh: true }])
    await expect(client.query('delete from status_history')).rejects.toMatchObject({
      code: '23514',
    })
  })
  expect(readdirSync(restored)).toEqual(['façade.webp'])
  expect([...readFileSync(path.join(restored, 'façade.webp'))]).toEqual([0, 10, 13, 255, 10])
}, 120_000)

test('a backup is for the eyes of whoever made it', () => {
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('a database with data is left alone unless its replacement is asked for', async () => {
  const before = await checksums()
  const { code, text } = await command('restore', ours(), file, '--media', media)
  expect(text).toContain('--replace')
  expect(code).toBe(1)
  expect(await checksums()).toEqual(before)
}, 60_000)

test('a restore that replaces undoes what came after the backup', async () => {
  const url = await emptyDatabase()
  await command('restore', url, file, '--media', path.join(folder, 'again'))
  const saved = await onConnection(url, (client) => checksumsOf(client))
  await onConnection(url, (client) => client.query(`update users set name = 'Quelqu’un'`))
  const { code } = await command('restore', url, file, '--replace', '--media', media)
  expect(code).toBe(0)
  expect(await onConnection(url, (client) => checksumsOf(client))).toEqual(saved)
}, 120_000)

test('a program that runs while all is replaced goes on with what was restored', async () => {
  const url = await emptyDatabase()
  const folders = ['--media', path.join(folder, 'running')]
  await command('restore', url, file, ...folders)
  const pool = new Pool({ connectionString: url, max: 1 })
  pool.on('error', () => undefined)
  // Prepared, as in the house's transactions: the connection keeps the types of the old columns.
  const read = async () => {
    const client = await pool.connect()
    try {
      return await client.query({ name: 'read', text: 'select status, kind from reservations' })
    } finally {
      client.release()
    }
  }
  try {
    const before = await read()
    expect(await command('restore', url, file, '--replace', ...folders)).toMatchObject({ code: 0 })
    await waitUntil('it reads again', () => read().then(Boolean, () => false))
    expect((await read()).rows).toEqual(before.rows)
  } finally {
    await pool.end()
  }
}, 120_000)

const damages: [string, (bytes: Buffer) => Buffer][] = [
  ['cut off in the middle', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['not a backup at all', () => Buffer.from('Bonjour')],
  [
    'changed in one letter of one row',
    (bytes) => {
      const open = gunzipSync(bytes)
      const at = open.indexOf('Clarisse Ngoma')
      open.write('K', at)
      return gzipSync(open)
    },
  ],
]

test.each(damages)(
  'a backup that is %s is refused, and nothing is changed',
  async (_how, damage) => {
    const broken = path.join(folder, 'broken.tar.gz')
    writeFileSync(broken, damage(readFileSync(file)))
    const before = await checksums()
    const { code, text } = await command('restore', ours(), broken, '--replace', '--media', media)
    expect(text).toContain('Nothing was changed.')
    expect(code).toBe(1)
    expect(await checksums()).toEqual(before)
    expect(await rows(`select 1 from pg_namespace where nspname = 'scim_before_restore'`)).toEqual(
      [],
    )
  },
  60_000,
)

test('rows that break the rules of the house are not taken over', async () => {
  const url = await emptyDatabase()
  const copy = path.join(folder, 'lying.tar.gz')
  await command('restore', url, file, '--media', path.join(folder, 'lying'))
  await onConnection(url, async (client) => {
    await client.query('alter table reservations disable trigger user')
    await client.query(`update reservations set status = 'annulee', status_reason = 'refusee'`)
    await client.query('alter table reservations enable trigger user')
  })
  expect(await command('backup', url, copy, '--media', media)).toMatchObject({ code: 0 })
  const target = await emptyDatabase()
  const { code, text } = await command('restore', target, copy, '--media', media)
  expect(text).toContain('the last step of the history is the status of the reservation')
  expect(text).toContain(reservation.reservation.reference)
  expect(code).toBe(1)
}, 120_000)

test('whoever owns the database and is no superuser restores too, and keeps all where it fails', async () => {
  const url = await ownedDatabase()
  const folders = ['--media', path.join(folder, 'owned')]
  const sums = () => onConnection(url, (client) => checksumsOf(client))
  expect(await command('restore', url, file, ...folders)).toMatchObject({ code: 0 })
  const saved = await sums()
  await onConnection(url, (client) => client.query(`update users set name = 'Quelqu’un'`))
  expect(await command('restore', url, file, '--replace', ...folders)).toMatchObject({ code: 0 })
  expect(await sums()).toEqual(saved)
  const copy = path.join(folder, 'owned.tar.gz')
  await onConnection(url, async (client) => {
    await client.query('alter table reservations disable trigger user')
    await client.query(`update reservations set status = 'annulee', status_reason = 'refusee'`)
    await client.query('alter table reservations enable trigger user')
  })
  const before = await sums()
  await command('backup', url, copy, ...folders)
  const { code, text } = await command('restore', url, copy, '--replace', ...folders)
  expect(text).toContain('Nothing was changed.')
  expect(code).toBe(1)
  expect(await sums()).toEqual(before)
}, 180_000)

test('an interrupted restore is undone by the next one', async () => {
  const url = await emptyDatabase()
  await command('restore', url, file, '--media', path.join(folder, 'cut'))
  const saved = await onConnection(url, (client) => checksumsOf(client))
  await onConnection(url, async (client) => {
    await setAside(client)
    await client.query('create table public.reservations (id int)')
  })
  const { text } = await command('restore', url, file, '--media', path.join(folder, 'cut'))
  expect(text).toContain('An earlier restore was interrupted')
  expect(text).toContain('--replace')
  expect(await onConnection(url, (client) => checksumsOf(client))).toEqual(saved)
}, 120_000)

test('a backup without a photo that the database names is made, and is no success', async () => {
  const url = await emptyDatabase()
  await command('restore', url, file, '--media', path.join(folder, 'whole'))
  await onConnection(url, (client) =>
    client.query(`insert into media (alt, filename) values ('Une façade', 'perdue.webp')`),
  )
  const copy = path.join(folder, 'incomplete.tar.gz')
  const { code, text } = await command('backup', url, copy, '--media', media)
  expect(text).toContain('Saved and read back')
  expect(text).toContain('Not saved: 1 photos')
  expect(code).toBe(3)
  expect(readdirSync(folder)).toContain('incomplete.tar.gz')
}, 120_000)

test('a backup that cannot be written leaves the one before untouched', async () => {
  const before = readFileSync(file)
  const { code } = await command('backup', await emptyDatabase(), file, '--media', media)
  expect(code).toBe(1)
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(readdirSync(folder).filter((name) => name.startsWith('.scim-backup'))).toEqual([])
}, 60_000)
