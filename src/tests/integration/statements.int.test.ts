import { expect, test, vi } from 'vitest'
import type { propertiesOf } from '@/access'
import { inRequest } from '@/requestId'
import { aProperty, aStaff, aUser, at, house } from '@/tests/support/house'
import { api, aRequest, type Body } from '@/tests/support/http'
import { journeysOf, statementsOf, type Statement } from '@/tests/support/statements'

async function booking(owners: number, changes: Body = {}): Promise<Statement[]> {
  const people = []
  for (let number = 1; number <= owners; number += 1)
    people.push((await aUser('proprietaire', `Propriétaire ${number}`)).id)
  const property = await aProperty({ owners: people })
  let status = 0
  const sent = await statementsOf(async () => {
    status = (await api.request({ body: aRequest(property, changes) })).status
  })
  expect(status).toBe(201)
  return sent
}

test.each([
  ['a visit of a property with an owner', 1, {}],
  ['a visit of a property with three owners', 3, {}],
  ['a visit of a property without owners', 0, {}],
  [
    'a stay',
    1,
    { kind: 'sejour', startsAt: at(3, '').slice(0, 10), endsAt: at(5, '').slice(0, 10) },
  ],
])(
  '%s takes at most ten statements, the limit and both commits counted',
  async (_, owners, changes) => {
    const sent = await booking(owners, changes)
    expect(sent.at(-1)?.text).toMatch(/^commit$/i)
    expect(sent.filter(({ text }) => /insert into "reservations"/.test(text))).toHaveLength(1)
    expect(sent.length).toBeLessThanOrEqual(10)
  },
)

test('a booking goes to PostgreSQL twice: what is ready together leaves together', async () => {
  const owner = await aUser('proprietaire', 'Nadège Oba')
  const property = await aProperty({ owners: [owner.id] })
  let status = 0
  const journeys = await journeysOf(async () => {
    status = (await api.request({ body: aRequest(property) })).status
  })
  expect(status).toBe(201)
  expect(journeys).toBe(2)
})

test('in one request an owner’s properties are looked up once, whoever hands the owner on', async () => {
  const payload = await house()
  const owner = await aStaff('proprietaire', 'Ida Makaya')
  const property = await aProperty({ owners: [owner.id] })
  const user = await payload.findByID({ collection: 'users', id: owner.id, overrideAccess: true })
  const lists = async () => {
    for (const collection of ['properties', 'reservations', 'messages'] as const)
      await payload.find({
        collection,
        overrideAccess: false,
        user: { ...user, collection: 'users' },
      })
  }
  const lookups = (sent: Statement[]) => sent.filter(({ text }) => /r\.users_id = \$1/.test(text))
  const underWay = { id: 'one', missing: false }
  expect(lookups(await statementsOf(() => inRequest(underWay, lists)))).toHaveLength(1)
  // The next request looks again: it may be another owner's by then.
  await payload.update({
    collection: 'properties',
    id: property.id,
    overrideAccess: true,
    data: { owners: [] },
  })
  const { totalDocs } = await inRequest({ id: 'two', missing: false }, () =>
    payload.find({
      collection: 'properties',
      overrideAccess: false,
      user: { ...user, collection: 'users' },
    }),
  )
  expect(totalDocs).toBe(0)
})

test('every compiled copy of the rules finds what another one looked up', async () => {
  const payload = await house()
  const { id } = await aUser('proprietaire', 'Ida Makaya')
  const user = { ...(await payload.findByID({ collection: 'users', id, overrideAccess: true })) }
  const copies: (typeof propertiesOf)[] = []
  for (let copy = 0; copy < 2; copy += 1) {
    vi.resetModules()
    copies.push((await import('@/access')).propertiesOf)
  }
  expect(copies[0]).not.toBe(copies[1])
  const sent = await statementsOf(() =>
    inRequest({ id: 'copies', missing: false }, async () => {
      for (const look of copies)
        await look({ payload, transactionID: undefined }, { ...user, collection: 'users' })
    }),
  )
  expect(sent).toHaveLength(1)
})

test('how somebody likes a list is read by one statement, and is what Payload itself would read', async () => {
  const payload = await house()
  const people = [await aUser('admin', 'Prisca Loemba'), await aUser('admin', 'Aimé Tchicaya')]
  for (const { id } of people)
    for (const key of ['nav', 'collection-reservations'])
      await payload.create({
        collection: 'payload-preferences',
        overrideAccess: true,
        user: { ...(await payload.findByID({ collection: 'users', id })), collection: 'users' },
        data: { key, user: { relationTo: 'users', value: id }, value: { of: `${key} ${id}` } },
      })
  const [someone] = people
  const read = () =>
    payload.find({
      collection: 'payload-preferences',
      overrideAccess: true,
      depth: 0,
      limit: 1,
      pagination: false,
      where: {
        and: [
          { key: { equals: 'collection-reservations' } },
          { 'user.relationTo': { equals: 'users' } },
          { 'user.value': { equals: someone?.id } },
        ],
      },
    })
  let found: unknown
  const sent = await statementsOf(async () => {
    found = await read()
  })
  expect(sent).toHaveLength(1)
  expect(found).toMatchObject({
    docs: [{ value: { of: `collection-reservations ${someone?.id}` } }],
  })
  // Asked in other words, which Payload answers by itself.
  const { docs } = await payload.find({
    collection: 'payload-preferences',
    overrideAccess: true,
    depth: 0,
    pagination: false,
    where: { key: { equals: 'collection-reservations' } },
  })
  expect(docs.find(({ user }) => Number(user.value) === someone?.id)).toEqual(
    (found as { docs: object[] }).docs[0], // as: `found` was set above.
  )
})
