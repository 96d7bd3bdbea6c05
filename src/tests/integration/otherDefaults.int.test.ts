import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { env } from '@/env'
import { command } from '@/tests/support/commands'
import { onConnection } from '@/tests/support/connection'
import { aProperty, aStaff, at, type Staff } from '@/tests/support/house'
import { booked, rest } from '@/tests/support/http'
import { emptyDatabase } from '@/tests/support/otherDatabase'
import { checksumsOf } from '@/tests/support/sql'

/** A database set up for another program: dates as people write them, and another isolation. */

const folder = mkdtempSync(path.join(tmpdir(), 'scim-defaults-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ours = () => env.databaseUrl ?? ''
const setUp = (url: string) =>
  onConnection(url, async (client) => {
    const name = new URL(url).pathname.slice(1)
    for (const setting of [
      `DateStyle to 'SQL, DMY'`,
      `IntervalStyle to 'sql_standard'`,
      `TimeZone to 'Pacific/Apia'`,
      `bytea_output to 'escape'`,
      `default_transaction_isolation to 'serializable'`,
    ])
      await client.query(`alter database ${name} set ${setting}`)
  })

/** Sums of all rows, in the words of a usual server. */
const sumsOf = (url: string) =>
  onConnection(url, async (client) => {
    await client.query(`set DateStyle to ISO; set IntervalStyle to postgres; set TimeZone to UTC;
      set bytea_output to hex`)
    return checksumsOf(client)
  })

let property: { slug: string }
let admin: Staff

beforeAll(async () => {
  await setUp(ours())
  admin = await aStaff('admin', 'Clarisse Ngoma')
  property = await aProperty()
})

test('bookings and decisions go on, also those that wait for one another', async () => {
  const made = await Promise.all(
    [1, 2, 3, 4, 5, 6].map((day) => booked(property, { startsAt: at(day, '10:00') })),
  )
  const answers = await Promise.all(
    made.map(({ id }) =>
      rest('PATCH', `/reservations/${id}`, { as: admin, body: { status: 'confirmee' } }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual(made.map(() => 200))
})

test('what is saved there comes back elsewhere as it was, and from there again', async () => {
  const before = await sumsOf(ours())
  const [first, second] = [path.join(folder, 'ici.tar.gz'), path.join(folder, 'ailleurs.tar.gz')]
  const media = ['--media', path.join(folder, 'media')]
  const usual = await emptyDatabase()
  const odd = await emptyDatabase()
  await setUp(odd)
  for (const step of [
    () => command('backup', ours(), first, ...media),
    () => command('restore', odd, first, ...media),
    () => command('backup', odd, second, ...media),
    () => command('restore', usual, second, ...media),
  ])
    expect(await step()).toMatchObject({ code: 0 })
  expect(await sumsOf(usual)).toEqual(before)
}, 120_000)
