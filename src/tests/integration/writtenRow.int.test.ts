import { expect, test } from 'vitest'
import { inTransaction } from '@/database'
import { receiptOf, reservationRow } from '@/portal/view'
import { aProperty, aUser, at, freshPhone, house } from '@/tests/support/house'
import { api, aRequest, bodyOf } from '@/tests/support/http'
import type { Receipt } from '@/domain/view'
import { statementsOf } from '@/tests/support/statements'

/** What is read with a row from other tables, and by nothing that follows a booking. */
const JOINED = ['history', 'messages', 'propertyTitle', 'clientName', 'clientPhone', 'clientEmail']

const own = (doc: object) =>
  Object.fromEntries(Object.entries(doc).filter(([name]) => !JOINED.includes(name)))

async function aClient() {
  const payload = await house()
  const { id } = await payload.create({
    collection: 'clients',
    overrideAccess: true,
    data: { name: 'Awa Mabiala', phone: freshPhone(), locale: 'fr' },
  })
  return id
}

test.each([
  ['a visit', { kind: 'visite', startsAt: at(4, '09:00'), note: 'Avec ma sœur' }],
  ['a stay', { kind: 'sejour', startsAt: at(6, '00:00'), endsAt: at(8, '00:00') }],
] as const)('%s is answered by Payload as it is read afterwards', async (_, wish) => {
  const payload = await house()
  const property = await aProperty({ owners: [(await aUser('proprietaire', 'Ida Makaya')).id] })
  const client = await aClient()
  const created = await inTransaction(payload, {}, (req) =>
    payload.create({
      collection: 'reservations',
      overrideAccess: true,
      depth: 0,
      req,
      data: { ...wish, property: property.id, client, locale: 'fr', source: 'api' } as never, // as: the hooks fill in the rest.
    }),
  )
  const read = await payload.findByID({
    collection: 'reservations',
    id: created.id,
    overrideAccess: true,
    depth: 0,
  })
  expect(own(created)).toEqual(own(read))
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
