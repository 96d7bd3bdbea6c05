import { beforeAll, expect, test } from 'vitest'
import { aProperty, aStaff, type Staff } from '@/tests/support/house'
import { booked, rest } from '@/tests/support/http'

/** Whatever is asked of a list, in the address of a page: an answer or a refusal, never a fault. */

const staff: Record<string, Staff> = {}
beforeAll(async () => {
  staff.admin = await aStaff('admin', 'Prisca Loemba')
  staff.owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  await booked(await aProperty({ owners: [staff.owner.id] }))
})

const OPERATORS = [
  'equals',
  'not_equals',
  'in',
  'not_in',
  'all',
  'exists',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
  'like',
  'not_like',
  'contains',
  'near',
  'within',
  'intersects',
]
const VALUES = ['x', '', 'null', '99999999999999999999', '%2B275760-09-13']
const SHAPES = ['[equals][]=1', '[equals][x]=1', '[in][0][x]=1', '[][]=1', '=1', '']

const ASKED: Record<string, string[]> = {
  'nobody properties': ['id', 'title', 'kinds', 'price', 'createdAt'],
  'nobody media': ['id', 'filename', 'createdAt'],
  'owner reservations': ['id', 'reference', 'status', 'property', 'startsAt', 'clientName'],
  'owner messages': ['state', 'createdAt', 'reservation'],
  'admin reservations': ['clientPhone', 'doubtful', 'respondBy', 'history'],
  'admin users': ['id', 'email', 'role'],
  'admin message-templates': ['key', '_status'],
}
const EACH = Object.entries(ASKED).flatMap(([asker, fields]) =>
  fields.map((field) => [...asker.split(' '), field]),
)

test.each(EACH)('%s may ask anything of %s by %s and breaks nothing', async (who, list, field) => {
  const filters = [
    ...OPERATORS.flatMap((operator) => VALUES.map((value) => `[${operator}]=${value}`)),
    ...SHAPES,
  ]
  const broken: string[] = []
  for (const filter of filters) {
    const question = `/${list}?where[${field}]${filter}&limit=1`
    const { status } = await rest('GET', question, { as: staff[who ?? ''] })
    if (![200, 400, 403].includes(status)) broken.push(`${status} ${question}`)
  }
  expect(broken).toEqual([])
})

test.each([
  'reservations?joins[messages][sort]=reservation.reference',
  'reservations?joins[history][sort]=-reservation.client.name',
  'reservations?where[history.at][contains]=a',
  'reservation-changes?where[after.client][greater_than]=1',
  'message-templates?where[body.root][in]=a',
  'payload-preferences?where[value.x][near]=1',
])(
  'an administrator who asks for %s is refused, and it is no fault of the house',
  async (asked) => {
    expect((await rest('GET', `/${asked}`, { as: staff.admin })).status).toBe(400)
  },
)

test('what one may do with a row is said of rows that one may read, and to no stranger', async () => {
  const stranger = await aStaff('proprietaire', 'Clarisse Ngouabi')
  const { id } = await booked(await aProperty({ owners: [staff.owner?.id ?? 0] }))
  const ask = async (as: Staff | null, route: string) =>
    (await rest('POST', `/${route}`, { as, body: {} })).status
  for (const route of [`reservations/access/${id}`, 'clients/access/1', 'users/access/999999'])
    expect([route, await ask(null, route)]).toEqual([route, 403])
  expect(await ask(null, 'reservations/access')).toBe(403)
  expect(await ask(stranger, `reservations/access/${id}`)).toBe(404)
  expect(await ask(stranger, 'reservations/access/999999')).toBe(404)
  expect(await ask(stranger, 'clients/access/1')).toBe(404)
  expect(await ask(stranger, `users/access/${staff.admin?.id}`)).toBe(404)
  expect(await ask(staff.owner ?? null, `reservations/access/${id}`)).toBe(200)
  expect(await ask(stranger, `users/access/${stranger.id}`)).toBe(200)
  expect(await ask(staff.admin ?? null, `reservations/access/${id}`)).toBe(200)
  expect(await ask(stranger, 'properties/access')).toBe(200)
})

test.each(['limit=1&limit=2', 'limit[]=1', 'limit[x]=1', 'page=1&page=2', 'sort[x]=id'])(
  '%s breaks nothing, whoever asks',
  async (question) => {
    for (const [who, list] of [
      ['nobody', 'properties'],
      ['owner', 'reservations'],
      ['admin', 'reservations'],
      ['admin', 'media'],
    ] as const) {
      const { status } = await rest('GET', `/${list}?${question}`, { as: staff[who] })
      expect([who, list, [200, 400].includes(status) || status]).toEqual([who, list, true])
    }
  },
)
