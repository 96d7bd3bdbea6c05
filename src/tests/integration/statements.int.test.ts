import { expect, test } from 'vitest'
import { inRequest } from '@/requestId'
import { aProperty, aStaff, aUser, at, house } from '@/tests/support/house'
import { api, aRequest, type Body } from '@/tests/support/http'
import { statementsOf, type Statement } from '@/tests/support/statements'

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
  '%s takes at most nine statements, the limit and the commit counted',
  async (_, owners, changes) => {
    const sent = await booking(owners, changes)
    expect(sent.at(-1)?.text).toMatch(/^commit$/i)
    expect(sent.filter(({ text }) => /insert into "reservations"/.test(text))).toHaveLength(1)
    expect(sent.length).toBeLessThanOrEqual(9)
  },
)

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
