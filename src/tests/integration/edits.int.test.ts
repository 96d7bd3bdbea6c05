import { beforeAll, expect, test } from 'vitest'
import type { Property } from '@/payload-types'
import { aProperty, aStaff, type Staff } from '@/tests/support/house'
import { rest } from '@/tests/support/http'
import { one } from '@/tests/support/sql'

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
