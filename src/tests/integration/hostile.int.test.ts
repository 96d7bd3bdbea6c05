import { beforeAll, expect, test } from 'vitest'
import type { Property } from '@/payload-types'
import { aProperty, freshAddress } from '@/tests/support/house'
import { api, aRequest, booked, bodyOf, type Answer, type Booked } from '@/tests/support/http'
import { checksums } from '@/tests/support/sql'

/** Whatever a stranger sends ends in a 4xx with sentences and leaves no row behind. */

let property: Property
let mine: Booked
beforeAll(async () => {
  property = await aProperty()
  mine = await booked(await aProperty())
})

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
const nested = (levels: number) =>
  Array.from({ length: levels }).reduce<unknown>((inside) => ({ a: inside }), 'x')

const VALUES: Record<string, unknown> = {
  null: null,
  true: true,
  zero: 0,
  negative: -1,
  fraction: 1.5,
  huge: 1e308,
  'beyond int4': 2_147_483_648,
  'beyond int8': 9_223_372_036_854_775_808,
  empty: '',
  blank: ' \t\n ',
  NUL: 'a\u0000b',
  'half a surrogate': 'a\ud800b',
  'reversed surrogates': '\udc00\ud800',
  'right to left': '\u202egnol',
  'line breaks': 'a\r\nBcc: evil@example.com\r\n',
  long: 'é'.repeat(10_000),
  SQL: `'; drop table reservations; --`,
  markup: '<script>alert(1)</script>',
  template: '{{7*7}}${7*7}',
  path: '../../etc/passwd',
  array: [],
  'array of text': ['villa', 'villa'],
  object: {},
  'Payload operator': { equals: 'x' },
  'Mongo operator': { $gt: '' },
  deep: nested(200),
  'year 10000': '10000-01-01T00:00:00Z',
  'year 0000': '0000-01-01T00:00:00Z',
  '30 February': '2027-02-30T09:00:00+01:00',
  'no zone': '2027-02-03T09:00:00',
  'hour 24': '2027-02-03T24:00:00Z',
  'wide offset': '2027-02-03T09:00:00+99:99',
  infinity: 'infinity',
  NaN: 'NaN',
}

/** Valid where the field takes free text: these requests are right. */
const FINE: Record<string, string[]> = {
  note: Object.keys(VALUES).filter((name) => {
    const value = VALUES[name]
    return value === null || (typeof value === 'string' && value.length <= 1000)
  }),
  endsAt: ['null'],
  'client.email': ['null', 'empty', 'blank'],
  'client.name': Object.keys(VALUES).filter((name) => {
    const value = VALUES[name]
    return typeof value === 'string' && value.trim().length >= 2 && value.length <= 120
  }),
  consent: ['true'],
  requestKey: ['infinity'],
}

const FIELDS = [
  'requestKey',
  'property',
  'kind',
  'startsAt',
  'endsAt',
  'client',
  'client.name',
  'client.phone',
  'client.email',
  'note',
  'locale',
  'consent',
]

function withField(field: string, value: unknown) {
  const body = aRequest(property)
  const [outer = '', inner] = field.split('.')
  if (inner === undefined) return { ...body, [outer]: value }
  return { ...body, [outer]: { ...(body[outer] as object), [inner]: value } } // as: aRequest wrote it.
}

function expectRefused(answer: Answer, what: string): void {
  expect([what, answer.status]).toEqual([what, 400])
  const { errors } = bodyOf<{ errors: { path: string; message: string }[] }>(answer)
  expect([what, errors.length > 0]).toEqual([what, true])
  for (const { path, message } of errors) {
    expect(typeof path).toBe('string')
    expect(message).toMatch(/^\p{Lu}.+[.:]$/u)
  }
}

test.each(FIELDS)('a strange %s is refused with sentences and leaves no row', async (field) => {
  const before = await checksums('rate_limits')
  for (const [name, value] of Object.entries(VALUES)) {
    if (FINE[field]?.includes(name)) continue
    expectRefused(await api.request({ body: withField(field, value) }), `${field}: ${name}`)
  }
  expect(await checksums('rate_limits')).toEqual(before)
})

test.each(['note', 'client.name'])(
  'a strange but possible %s is booked, and shown as the text it is',
  async (field) => {
    for (const name of FINE[field] ?? []) {
      const place = await aProperty()
      const body = { ...withField(field, VALUES[name]), property: place.slug }
      const answer = await api.request({ body })
      expect([name, answer.status]).toEqual([name, 201])
    }
  },
)

const RAW: [string, BodyInit][] = [
  ['nothing', ''],
  ['not JSON', 'requestKey=1&property=2'],
  ['half JSON', '{"requestKey":"'],
  ['two documents', '{}{}'],
  ['a number', '42'],
  ['a string', '"villa"'],
  ['null', 'null'],
  ['an array', '[{}]'],
  ['10,000 arrays', deep(10_000)],
  ['30,000 arrays', deep(30_000)],
  ['not UTF-8', new Uint8Array([0xff, 0xfe, 0x00, 0x7b])],
  ['a byte order mark', '\ufeff{}'],
  ['NaN', '{"property": NaN}'],
  ['a huge exponent', '{"property": 1e999999}'],
]

test.each(RAW)('%s as the whole body is refused', async (name, raw) => {
  const before = await checksums('rate_limits')
  expectRefused(await api.request({ raw }), name)
  expect(await checksums('rate_limits')).toEqual(before)
})

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  'image/png',
  'nonsense',
  '',
])('a form sent as %s is refused as unreadable', async (type) => {
  const answer = await api.request({
    raw: 'requestKey=12345678&property=villa',
    headers: { 'Content-Type': type },
  })
  expectRefused(answer, type)
})

test('keys of JavaScript’s own objects are just unknown keys', async () => {
  const right = JSON.stringify(aRequest(property))
  const body = right.replace(
    /^\{/,
    '{"__proto__":{"consent":true,"isAdmin":true},"constructor":{"prototype":{"x":1}},',
  )
  expect((await api.request({ raw: body })).status).toBe(201)
  expect({}).not.toHaveProperty('isAdmin')
  const bare = `{"__proto__": ${right}}`
  expectRefused(await api.request({ raw: bare }), 'a request inside __proto__')
})

test('a stranger cannot choose what the house decides', async () => {
  const answer = await api.request({
    body: {
      ...aRequest(await aProperty()),
      status: 'confirmee',
      reference: 'RSV-0000-0000',
      respondBy: '2030-01-01T00:00:00Z',
      createdAt: '2020-01-01T00:00:00Z',
      respondedAt: '2020-01-01T00:00:00Z',
      source: 'telephone',
      trackingHash: 'x',
      id: 1,
    },
  })
  expect(answer.status).toBe(201)
  expect(bodyOf<Booked>(answer).reservation).toMatchObject({
    status: 'en_attente',
    promise: { respondedAt: null, state: 'a_temps' },
  })
  expect(answer.text).not.toMatch(/RSV-0000-0000|2030-01-01|2020-01-01/)
})

test.each(Object.entries(VALUES))(
  'tracking, cancelling and writing with “%s” answer 4xx or take it as text',
  async (_name, value) => {
    const address = freshAddress()
    const tracked = await api.track({ address, body: { reference: value, contact: value } })
    expect(tracked.status).toBe(404)
    const key = encodeURIComponent(String(value).toWellFormed())
    expect((await api.view(key.slice(0, 300))).status).toBe(404)
    expect((await api.cancel(key.slice(0, 300), { body: { note: value } })).status).toBe(404)
    const written = await api.write(mine.token, { body: { text: value } })
    const words = typeof value === 'string' && value.length <= 2000 ? value.trim() : ''
    expect([201, 429]).toContain(words ? written.status : 201)
    if (!words) expect(written.status).toBe(400)
  },
)

test.each(RAW)(
  '%s as the body of the other routes is refused or read as empty',
  async (_n, raw) => {
    expect([400, 404]).toContain((await api.track({ raw })).status)
    expect((await api.write(mine.token, { raw })).status).toBe(400)
    expect((await api.cancel('x'.repeat(43), { raw })).status).toBeOneOf([400, 404])
  },
)

test('strange questions about slots are answered 400 or 404', async () => {
  for (const value of Object.values(VALUES)) {
    const text = encodeURIComponent(String(value).toWellFormed())
    const asked = await api.slots(property.id, `from=${text}&to=${text}&kind=${text}`)
    expect(asked.status).toBe(400)
    const unknown = await api.slots(String(value).slice(0, 300), 'from=2027-01-01&to=2027-01-02')
    expect(unknown.status).toBeOneOf([404, 400])
  }
})
