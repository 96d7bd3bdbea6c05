import { beforeAll, expect, test } from 'vitest'
import type { Property } from '@/payload-types'
import { aProperty, aStaff, house, type Staff } from '@/tests/support/house'
import { booked, rest } from '@/tests/support/http'
import { checksums, one, rows } from '@/tests/support/sql'

let admin: Staff
let owner: Staff
let property: Property

beforeAll(async () => {
  admin = await aStaff('admin', 'Prisca Loemba')
  owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  property = await aProperty({ owners: [owner.id] })
})

test('two people who edit different fields of a property at once lose nothing', async () => {
  for (let round = 1; round <= 20; round += 1) {
    const [price, description] = [round * 1000, `Une description, ${round}e version.`]
    const answers = await Promise.all([
      rest('PATCH', `/properties/${property.id}`, { as: admin, body: { price } }),
      rest('PATCH', `/properties/${property.id}`, { as: owner, body: { description } }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const row = await one<{ price: number; description: string }>(
      'select price::int as price, description from properties where id = $1',
      [property.id],
    )
    expect(row).toEqual({ price, description })
  }
})

test('two edits of one person’s record lose nothing', async () => {
  const edit = (body: object) => rest('PATCH', `/users/${owner.id}`, { as: admin, body })
  for (let round = 1; round <= 10; round += 1) {
    const name = `Jean-Bosco Makosso ${round}`
    const phone = `+24206612${1000 + round}`
    await Promise.all([edit({ name }), edit({ phone })])
    const row = await one('select name, phone from users where id = $1', [owner.id])
    expect(row).toEqual({ name, phone })
  }
})

test('24 edits at once, of one property or of many records, are all answered', async () => {
  const others = await Promise.all(Array.from({ length: 12 }, () => aProperty()))
  const edits = [...others, ...others.map(() => property)].map(({ id }, index) =>
    rest('PATCH', `/properties/${id}`, { as: admin, body: { price: 1000 + index } }),
  )
  expect((await Promise.all(edits)).map(({ status }) => status)).toEqual(edits.map(() => 200))
})

test('what a colleague has open is theirs for five minutes, and says so to the others', async () => {
  const payload = await house()
  const open = () =>
    payload.create({
      collection: 'payload-locked-documents',
      overrideAccess: true,
      data: {
        user: { relationTo: 'users', value: admin.id },
        document: { relationTo: 'properties', value: property.id },
      },
    })
  const edit = (as: Staff, body = {}) => rest('PATCH', `/properties/${property.id}`, { as, body })
  await open()
  const refused = await edit(owner, { price: 1 })
  expect([refused.status, refused.text]).toEqual([
    423,
    '{"errors":[{"message":"Quelqu’un d’autre modifie cette fiche en ce moment : réessayez dans quelques minutes."}]}',
  ])
  expect((await edit(admin, { price: 2 })).status).toBe(200)
  await open()
  await rows(`update payload_locked_documents set updated_at = now() - interval '6 minutes'`)
  expect((await edit(owner, { price: 3 })).status).toBe(200)
})

test.each(['null', '5', '"x"', 'true'])(
  '%s is no record: refused, and nothing is changed',
  async (raw) => {
    const mine = await booked(await aProperty())
    const before = await checksums()
    // Said to be JSON, or posted by a program that says nothing of it.
    for (const headers of [
      { 'Content-Type': 'application/json' },
      { 'Content-Type': 'text/plain' },
    ])
      for (const [method, route] of [
        ['PATCH', `/reservations/${mine.id}`],
        ['PATCH', `/properties/${property.id}`],
        ['POST', '/properties'],
        ['POST', '/media'],
        ['POST', '/globals/settings'],
      ] as const) {
        const answer = await rest(method, route, { as: admin, raw, headers })
        expect([route, answer.status]).toEqual([route, 400])
      }
    expect(await checksums()).toEqual(before)
  },
)
