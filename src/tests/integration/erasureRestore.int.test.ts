import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listedErasures } from '@/backup/erasures'
import { env } from '@/env'
import { auditHistory } from '@/scripts/auditHistory'
import { keepErasureList } from '@/worker/forgetClients'
import { command } from '@/tests/support/commands'
import { onConnection } from '@/tests/support/connection'
import { aProperty, aStaff, at, freshPhone, house } from '@/tests/support/house'
import { api, booked, rest } from '@/tests/support/http'
import { emptyDatabase } from '@/tests/support/otherDatabase'
import { aLife, findTraces, tracesOf } from '@/tests/support/person'
import { one, rows } from '@/tests/support/sql'

const folder = mkdtempSync(path.join(tmpdir(), 'scim-erasures-'))
const file = path.join(folder, 'sauvegarde.tar.gz')
const media = path.join(folder, 'media')
const list = path.join(folder, 'erasures.jsonl')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ours = () => env.databaseUrl ?? ''
const open = { name: 'Gisele Kimbouala', phone: freshPhone(), email: 'gisele@example.com' }
let traces: string[] = []
let clients: number[] = []

/** Saved while both were known, and one had a visit ahead; then both were erased. */
beforeAll(async () => {
  const owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  const admin = await aStaff('admin', 'Prisca Loemba')
  const property = await aProperty({ owners: [owner.id] })
  const past = await aLife(property, owner, 3)
  const ahead = await booked(property, { client: open, startsAt: at(20, '09:00') })
  await rest('PATCH', `/reservations/${ahead.id}`, { as: owner, body: { status: 'confirmee' } })
  traces = [...past.traces, ...tracesOf(open)]
  mkdirSync(media)
  writeFileSync(path.join(media, 'photo.webp'), 'photo')
  expect(await command('backup', ours(), file, '--media', media)).toMatchObject({ code: 0 })
  await api.cancel(ahead.token)
  const { client } = await one<{ client: number }>(
    'select client_id as client from reservations where id = $1',
    [ahead.id],
  )
  clients = [past.client, client]
  for (const erased of clients)
    expect((await rest('POST', `/clients/${erased}/erase`, { as: admin, body: {} })).status).toBe(
      200,
    )
}, 120_000)

const tracesIn = (url: string) =>
  onConnection(url, (client) =>
    findTraces(traces, async (text, values) => (await client.query(text, values)).rows),
  )

test('the list outside the database has each erasure once, without a word about the person', async () => {
  const payload = await house()
  await keepErasureList(payload, list)
  appendFileSync(list, '{"client":12,"crea') // A crash in the middle of a line.
  await keepErasureList(payload, list)
  const all = await rows<{ client: number }>('select client_id as client from erasures order by 1')
  expect(
    listedErasures(list)
      .map(({ client }) => client)
      .sort((one, other) => one - other),
  ).toEqual(all.map(({ client }) => client))
  const text = readFileSync(list, 'utf8').toLowerCase()
  expect(traces.filter((trace) => text.includes(trace))).toEqual([])
})

test('a backup from before the erasures, loaded elsewhere by the list, brings nobody back', async () => {
  const url = await emptyDatabase()
  const { code, text } = await command(
    'restore',
    url,
    file,
    '--media',
    path.join(folder, 'elsewhere'),
    '--erasures',
    list,
  )
  expect(text).toContain('Erased again')
  expect(code).toBe(0)
  expect(await tracesIn(url)).toEqual([])
  const { reservations, audit } = await onConnection(url, async (client) => ({
    audit: await auditHistory(client),
    reservations: (
      await client.query(
        `select status, status_reason as reason from reservations where client_id = $1`,
        [clients[1]],
      )
    ).rows,
  }))
  // What the backup still held as confirmed has no person any more: its place is given back.
  expect(reservations).toEqual([{ status: 'annulee', reason: 'annulee_gestion' }])
  expect(audit.findings).toEqual([])
}, 120_000)

test('a restore over this very database takes its erasures over, without any list', async () => {
  const fresh = path.join(folder, 'fresh.jsonl')
  const { code, text } = await command(
    'restore',
    ours(),
    file,
    '--replace',
    '--media',
    media,
    '--erasures',
    fresh,
  )
  expect(text).toContain('Erased again')
  expect(code).toBe(0)
  expect(await findTraces(traces)).toEqual([])
  expect(listedErasures(fresh).map(({ client }) => client)).toEqual(expect.arrayContaining(clients))
}, 120_000)

test('the list of another house erases nobody here', async () => {
  const url = await emptyDatabase()
  const strange = path.join(folder, 'strange.jsonl')
  writeFileSync(
    strange,
    clients
      .map((client) =>
        JSON.stringify({
          client,
          createdAt: '2020-01-01T00:00:00.000Z',
          at: '2020-02-01T00:00:00.000Z',
          by: null,
          why: 'delai',
        }),
      )
      .join('\n'),
  )
  const { code } = await command(
    'restore',
    url,
    file,
    '--media',
    path.join(folder, 'third'),
    '--erasures',
    strange,
  )
  expect(code).toBe(0)
  expect((await tracesIn(url)).length).toBeGreaterThan(20)
}, 120_000)
