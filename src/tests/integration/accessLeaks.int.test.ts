import { beforeAll, expect, test } from 'vitest'
import type { Property } from '@/payload-types'
import { aProperty, aStaff, at, day, freshPhone, PASSWORD, type Staff } from '@/tests/support/house'
import { booked, rest, type Body, type Booked } from '@/tests/support/http'
import { one, rows } from '@/tests/support/sql'

/** What nobody may see must not show either by asking for it, filtering by it or sorting by it. */

let owner: Staff
let other: Staff
let editor: Staff
let admin: Staff
let property: Property
let hidden: Property
let mine: Booked
const SECRET = 'Séjour de la famille du ministre'
const EMAIL = 'secrete@example.com'

beforeAll(async () => {
  owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  other = await aStaff('proprietaire', 'Clarisse Ngouabi')
  editor = await aStaff('editeur', 'Aimé Tchicaya')
  admin = await aStaff('admin', 'Prisca Loemba')
  const closedPeriods = [
    { from: `${day(30)}T00:00:00.000Z`, to: `${day(31)}T00:00:00.000Z`, reason: SECRET },
  ]
  property = await aProperty({ owners: [owner.id], closedPeriods })
  hidden = await aProperty({ status: 'brouillon', owners: [owner.id] })
  await aProperty({ owners: [other.id] })
  mine = await booked(property, {
    startsAt: at(3, '09:00'),
    client: { name: 'Awa Mabiala', phone: freshPhone(), email: EMAIL },
  })
})

type List = { docs: Record<string, unknown>[]; totalDocs: number; limit: number }
// as: Payload's list, whose rows each test looks at.
const listOf = ({ text }: { text: string }) => JSON.parse(text) as List

test('anybody reads published properties, without owners, internal notes or drafts', async () => {
  for (const query of [
    '',
    '?depth=2',
    '?depth=10&limit=100',
    '?select[owners]=true&select[title]=true',
    '?draft=true',
    '?trash=true',
  ]) {
    const answer = await rest('GET', `/properties${query}`)
    expect([query, answer.status]).toEqual([query, 200])
    const { docs } = listOf(answer)
    expect(docs).toHaveLength(2)
    for (const doc of docs) expect(doc).not.toHaveProperty('owners')
    expect(answer.text).not.toContain(SECRET)
    expect(answer.text).not.toContain(owner.email)
    expect(answer.text).not.toContain(hidden.slug)
  }
  expect((await rest('GET', `/properties/${hidden.id}`)).status).toBe(404)
  expect((await rest('GET', `/properties/${property.id}`)).text).not.toContain(SECRET)
})

test('an owner reads the reason of their own closed period, nobody the owners but an admin', async () => {
  const read = async (as: Staff) => (await rest('GET', `/properties/${property.id}`, { as })).text
  expect(await read(owner)).toContain(SECRET)
  expect(await read(editor)).not.toContain(SECRET)
  expect(await read(admin)).toContain(SECRET)
  for (const as of [owner, editor]) expect(await read(as)).not.toContain('"owners"')
  expect(await read(admin)).toContain('"owners"')
})

const PROBES = [
  'where[owners][exists]=true',
  'where[owners][in]=1',
  'where[owners.email][like]=a',
  'where[closedPeriods.reason][like]=minist',
  'where[or][0][owners][exists]=true',
  'where[and][0][or][0][owners.name][like]=J',
  'where[OR][0][owners][exists]=true',
  'sort=owners',
  'sort=owners.email',
  'sort=-closedPeriods.reason',
  'sort=title,-owners.name',
  'sort[]=owners.email',
  'where[updatedBy][exists]=true',
]

test.each(PROBES)('anybody who asks for properties with %s is refused', async (query) => {
  for (const as of [null, owner, editor]) {
    for (const route of ['/properties', '/properties/count']) {
      if (route.endsWith('count') && query.startsWith('sort')) continue
      const answer = await rest('GET', `${route}?${query}`, { as })
      expect([as?.role, route, answer.status]).toEqual([as?.role, route, 400])
    }
    const posted = await rest('POST', '/properties', {
      as,
      raw: query,
      headers: {
        'X-HTTP-Method-Override': 'GET',
        'Content-Type': 'application/x-www-form-urlencoded',
      },
    })
    expect([as?.role, posted.status]).toEqual([as?.role, 400])
  }
})

test.each([
  'where[client.email][like]=secrete',
  'where[property.owners.email][like]=a',
  'where[trackingHash][like]=a',
  'where[requestKey][like]=a',
  'sort=client.email',
  'sort=property.owners.email',
  'sort=trackingHash',
])('an owner who asks for reservations with %s is refused', async (query) => {
  const answer = await rest('GET', `/reservations?${query}`, { as: owner })
  expect(answer.status).toBe(400)
  const nobody = await rest('GET', `/reservations?${query}`, { as: editor })
  expect([400, 403]).toContain(nobody.status)
})

test.each(['password', 'hash', 'salt', 'resetPasswordToken', 'loginAttempts', 'sessions.id'])(
  'users cannot be filtered or sorted by %s',
  async (field) => {
    for (const query of [`where[${field}][exists]=true`, `sort=${field}`]) {
      const answer = await rest('GET', `/users?${query}`, { as: owner })
      expect([query, answer.status]).toEqual([query, 400])
    }
  },
)

test.each(['0', '-5', '1000000000', 'NaN', '', '1e9'])(
  'limit=%s never gives more than a hundred rows to anybody but an admin',
  async (limit) => {
    await rows(`insert into media (alt, filename, mime_type, updated_at, created_at)
      select 'x', md5(random()::text), 'image/webp', now(), now() from generate_series(1, 40)`)
    for (const as of [null, owner]) {
      const answer = await rest('GET', `/media?limit=${limit}`, { as })
      expect(answer.status).toBe(200)
      expect(listOf(answer).docs.length).toBeLessThanOrEqual(100)
    }
  },
)

test('pagination=false gives no more either', async () => {
  await rows(`insert into media (alt, filename, mime_type, updated_at, created_at)
    select 'x', md5(random()::text), 'image/webp', now(), now() from generate_series(1, 120)`)
  for (const query of ['pagination=false', 'pagination=false&limit=0', 'limit=0'])
    expect([query, listOf(await rest('GET', `/media?${query}`)).docs.length <= 100]).toEqual([
      query,
      true,
    ])
})

test('an owner’s reservation shows its client’s words and numbers, not the record or the token', async () => {
  for (const query of [
    '',
    '?depth=2',
    '?depth=10',
    '?select[trackingHash]=true&select[client]=true',
    '?joins[messages][limit]=0',
    '?populate[clients][email]=true&depth=2',
  ]) {
    const answer = await rest('GET', `/reservations/${mine.id}${query}`, { as: owner })
    expect([query, answer.status]).toEqual([query, 200])
    expect(answer.text).not.toMatch(/trackingHash|trackingVersion|"owners"|"salt"|"sessions"/)
    const { client } = JSON.parse(answer.text) as { client?: unknown } // as: looked at next.
    expect([query, client === undefined || typeof client === 'number']).toEqual([query, true])
  }
})

test('an owner’s messages keep the server’s secrets', async () => {
  const answer = await rest('GET', '/messages?depth=2', { as: owner })
  expect(answer.text).not.toMatch(/"providerId"|"leaseUntil"/)
  const all = await rest('GET', '/messages', { as: admin })
  expect(all.text).toMatch(/"providerId"/)
})

test('no answer about users has a hash, a salt or a reset token', async () => {
  for (const as of [owner, admin]) {
    for (const route of ['/users', '/users/me', `/users/${owner.id}`]) {
      const answer = await rest('GET', `${route}?depth=2&showHiddenFields=true`, { as })
      expect(answer.status).toBe(200)
      expect(answer.text).not.toMatch(/"hash"|"salt"|resetPasswordToken|"password"/)
    }
  }
})

test('an owner changes the words of their property, not what the agency decides', async () => {
  const before = await one<Body>('select * from properties where id = $1', [property.id])
  const answer = await rest('PATCH', `/properties/${property.id}`, {
    as: owner,
    body: {
      description: 'Une villa repeinte.',
      title: 'Palais',
      slug: 'palais',
      status: 'brouillon',
      kinds: ['achat'],
      price: 1,
      priceUnit: 'nuit',
      city: 'Paris',
      district: 'Paris',
      owners: [owner.id, other.id],
    },
  })
  expect(answer.status).toBe(200)
  const after = await one<Body>('select * from properties where id = $1', [property.id])
  expect(after).toMatchObject({
    ...before,
    description: 'Une villa repeinte.',
    updated_at: after.updated_at,
  })
  const owners = await rows(
    `select users_id from properties_rels where parent_id = $1 and path = 'owners'`,
    [property.id],
  )
  expect(owners).toEqual([{ users_id: owner.id }])
})

test('nobody raises their own role, and only an admin gives one', async () => {
  for (const as of [owner, editor]) {
    const answer = await rest('PATCH', `/users/${as.id}`, { as, body: { role: 'admin' } })
    expect(answer.status).toBe(200)
    expect(await one('select role from users where id = $1', [as.id])).toEqual({ role: as.role })
  }
  const body = { name: 'X Y', email: 'xy@scim.example', password: PASSWORD, role: 'admin' }
  expect((await rest('POST', '/users', { as: owner, body })).status).toBe(403)
  expect((await rest('POST', '/users', { as: admin, body })).status).toBe(201)
})

test('a property that was ever asked for is not deleted, with a sentence', async () => {
  const answer = await rest('DELETE', `/properties/${property.id}`, { as: admin })
  expect(answer.status).toBe(409)
  expect(answer.text).toContain(
    'Ce bien a des réservations : passez-le en brouillon au lieu de le supprimer.',
  )
})

test('a login of another site’s page is not taken for ours', async () => {
  const { token } = owner
  const headers = { Cookie: `scim-token=${token}` }
  const evil = await rest('GET', '/users/me', {
    headers: { ...headers, Origin: 'https://evil.example' },
  })
  expect(evil.text).toContain('"user":null')
  const ours = await rest('GET', '/users/me', {
    headers: { ...headers, Origin: 'http://localhost:3000' },
  })
  expect(ours.text).toContain(owner.email)
  expect(evil.headers.get('access-control-allow-origin')).toBeNull()
})
