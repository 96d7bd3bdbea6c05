import { createLocalReq } from 'payload'
import { expect, test } from 'vitest'
import { inTransaction } from '@/database'
import type { Receipt } from '@/domain/view'
import { insertWithNext } from '@/insertRow'
import type { Property } from '@/payload-types'
import { receiptOf, reservationRow } from '@/portal/view'
import { trackingToken } from '@/secrets'
import { aProperty, aUser, at, day, freshPhone, house } from '@/tests/support/house'
import { api, aRequest, bodyOf, booked } from '@/tests/support/http'
import { rows } from '@/tests/support/sql'
import { statementsOf } from '@/tests/support/statements'

type Columns = Record<string, unknown>

/** All that stands in the tables about a reservation. */
async function writtenOf(reference: string) {
  const [reservation] = await rows<Columns>('select * from reservations where reference = $1', [
    reference,
  ])
  const about = (table: string) =>
    rows<Columns>(`select * from ${table} where reservation_id = $1 order by 1`, [reservation?.id])
  return {
    reservation: [reservation ?? {}],
    history: await about('status_history'),
    messages: (await about('messages')).sort((one, other) =>
      String(one.template).localeCompare(String(other.template)),
    ),
    links: await rows<Columns>(
      'select reservation_id, user_id, expires_at, used_at from decision_links where reservation_id = $1',
      [reservation?.id],
    ),
    deliveries: await about('webhook_deliveries'),
  }
}

/** Drawn anew for every request, or counted up. */
const OWN = [
  'id',
  'reference',
  'request_key',
  'tracking_hash',
  'reservation_id',
  'property_id',
  'client_id',
  'hash',
  'fingerprint',
  'token_hash',
  'updated_at',
]

/** With each word of the request's own replaced by its name, in the texts too. */
function apartFrom(written: Awaited<ReturnType<typeof writtenOf>>, property: Property) {
  const [reservation = {}] = written.reservation
  const { id, reference } = reservation
  const token = trackingToken({ reference: String(reference), trackingVersion: 1 })
  const same = (text: string) =>
    text
      .replaceAll(token, 'TOKEN')
      .replaceAll(String(reference), 'REFERENCE')
      .replaceAll(`/reservations/${Number(id)}`, '/reservations/ID')
      .replaceAll(property.title, 'TITLE')
      .replaceAll(property.slug, 'SLUG')
      .replaceAll(/\/decision\/[\w-]{16}/g, '/decision/NAME')
      .replaceAll(/\b[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}\b/g, 'FINGERPRINT')
  const plain = (row: Columns) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([name]) => !OWN.includes(name))
        .map(([name, value]) => [name, typeof value === 'string' ? same(value) : value]),
    )
  return Object.fromEntries(Object.entries(written).map(([name, all]) => [name, all.map(plain)]))
}

test.each([
  ['a visit', { startsAt: at(4, '09:00'), note: 'Avec ma sœur' }],
  ['a stay', { kind: 'sejour', startsAt: day(6), endsAt: day(8), note: '', locale: 'en' }],
])('%s is written as Payload writes it', async (_, changes) => {
  const payload = await house()
  const owners = [(await aUser('proprietaire', 'Ida Makaya')).id]
  const [asked, created] = [await aProperty({ owners }), await aProperty({ owners })]
  const { reservation: receipt } = await booked(asked, changes)
  const booking = await writtenOf(receipt.reference)
  const [first = {}] = booking.reservation
  const doc = await inTransaction(
    payload,
    { context: { now: new Date(receipt.createdAt) } },
    (req) =>
      payload.create({
        collection: 'reservations',
        overrideAccess: true,
        depth: 0,
        req,
        data: {
          property: created.id,
          client: first.client_id,
          kind: first.kind,
          startsAt: new Date(String(first.starts_at)).toISOString(),
          endsAt: new Date(String(first.ends_at)).toISOString(),
          note: first.note,
          locale: first.locale,
          source: first.source,
        } as never, // as: the hooks fill in the rest.
      }),
  )
  const written = apartFrom(booking, asked)
  expect(written).toEqual(apartFrom(await writtenOf(doc.reference), created))
  expect(written.messages).toHaveLength(2)
  expect(first.updated_at).toEqual(first.created_at)
})

test('Payload has nothing more to do for a request than the two steps of its hooks', async () => {
  const { config } = (await house()).collections.reservations
  const { beforeChange, afterChange, beforeOperation, afterOperation, ...others } = config.hooks
  expect(beforeChange.length * afterChange.length).toBeGreaterThan(0)
  expect(Object.values(others).flat()).toEqual([])
  const args = { overrideAccess: true, data: {} }
  const collection = config as never // as: the hooks are called as Payload calls them.
  const req = { context: {}, query: {} } as never
  for (const hook of beforeOperation ?? [])
    expect(
      await hook({
        args,
        collection,
        context: {},
        operation: 'create',
        overrideAccess: true,
        req,
      } as never),
    ).toBe(args)
  const result = { id: 1, client: 1 }
  for (const hook of afterOperation ?? [])
    expect(
      await hook({
        args,
        collection,
        operation: 'create',
        overrideAccess: true,
        req,
        result,
      } as never),
    ).toBe(result)
  const hooked = config.flattenedFields.filter((field) => 'hooks' in field && hasAny(field.hooks))
  expect(hooked).toEqual([])
  const computed = config.flattenedFields.filter(
    (field) => 'defaultValue' in field && typeof field.defaultValue === 'function',
  )
  expect(computed).toEqual([])
})

/** Of a copy of a row, which there is none of here. */
const hasAny = (hooks: object = {}) =>
  Object.entries(hooks).some(([name, all]) => name !== 'beforeDuplicate' && all.length > 0)

test('its row is written in a transaction or not at all', async () => {
  const alone = await createLocalReq({}, await house())
  const written = insertWithNext(alone, 'reservations', { id: 1 })
  await expect(written).rejects.toThrow('needs a transaction')
})

test('a booking does not read its row back to write what follows from it', async () => {
  const property = await aProperty()
  let status = 0
  const sent = await statementsOf(async () => {
    const answer = await api.request({ body: aRequest(property) })
    status = answer.status
    expect(bodyOf<Receipt>(answer).reservation.status).toBe('en_attente')
  })
  expect(status).toBe(201)
  expect(sent.filter(({ text }) => /^\s*select .* from "?reservations"? r?/s.test(text))).toEqual(
    [],
  )
})

test.each([
  ['a visit', 'fr', {}],
  [
    'a stay',
    'en',
    { kind: 'sejour', startsAt: at(6, '').slice(0, 10), endsAt: at(8, '').slice(0, 10) },
  ],
  [
    'a client without an address',
    'fr',
    { client: { name: 'Awa', phone: freshPhone(), email: '' } },
  ],
])('the receipt of %s is what its row says when it is read', async (_, locale, changes) => {
  const owner = await aUser('proprietaire', 'Ida Makaya')
  const property = await aProperty({ owners: [owner.id] })
  const answer = await api.request({ body: aRequest(property, { locale, ...changes }) })
  expect(answer.status).toBe(201)
  const receipt = bodyOf<Receipt>(answer)
  const { reference, createdAt } = receipt.reservation
  const row = await reservationRow({ payload: await house() }, { reference })
  if (!row) throw new Error('the reservation cannot be read')
  expect(row.messages).not.toEqual([])
  expect(receipt).toEqual(receiptOf(row, locale === 'en' ? 'en' : 'fr', new Date(createdAt)))
})
