import { describe, expect, test } from 'vitest'
import { GOOD, STAY } from '@/tests/support/goodRequest'
import { isKind, parseRequest, requestShape } from './request'

const request = (body: unknown) => {
  const answer = parseRequest(body, { country: 'CG' })
  if ('errors' in answer) throw new Error(JSON.stringify(answer.errors))
  return answer.request
}
const client = (change: object) => ({ client: { ...GOOD.client, ...change } })

describe('what is right is read', () => {
  test.each([
    ['villa', 'villa'],
    ['villa-mpila-2', 'villa-mpila-2'],
    ['x'.repeat(200), 'x'.repeat(200)],
    ['7', 7],
    ['123456789', 123_456_789],
    ['1234567890', '1234567890'],
    ['012', '012'],
    [1, 1],
    [2_147_483_647, 2_147_483_647],
  ])('property %j is %j', (property, read) => {
    expect(request({ ...GOOD, property }).property).toBe(read)
  })

  test.each(['x'.repeat(8), 'x'.repeat(100), 'aZ0_-aZ0'])('the key %s', (requestKey) => {
    expect(request({ ...GOOD, requestKey }).requestKey).toBe(requestKey)
  })

  test.each([
    ['2026-12-01T23:30Z', '2026-12-01T23:30:00.000Z'],
    ['2026-12-01T09:00:30+01:00', '2026-12-01T08:00:30.000Z'],
    ['2026-12-01T19:00:00.250-05:00', '2026-12-02T00:00:00.250Z'],
  ])('the instant %s', (startsAt, instant) => {
    expect(request({ ...GOOD, startsAt }).startsAt).toEqual(new Date(instant))
  })

  test('an appointment may name its end', () => {
    const end = '2026-12-01T10:00:00+01:00'
    expect(request({ ...GOOD, endsAt: end }).endsAt).toEqual(new Date(end))
    expect(request({ ...GOOD, endsAt: null }).endsAt).toBeNull()
  })

  test.each([
    ['Al', 'Al'],
    ['  Awa \t Mabiala\u0007 ', 'Awa Mabiala'],
    ['x'.repeat(120), 'x'.repeat(120)],
  ])('the name %j', (name, read) => {
    expect(request({ ...GOOD, ...client({ name }) }).client.name).toBe(read)
  })

  test('a number with spaces around it, an address as well', () => {
    const padded = client({ phone: '06 612 34 56'.padEnd(40), email: ' awa@example.com ' })
    expect(request({ ...GOOD, ...padded }).client).toEqual({
      name: 'Awa Mabiala',
      phone: '+242066123456',
      email: 'awa@example.com',
    })
  })

  test.each([
    [' a\rb\r\nc ', 'a\nb\nc'],
    ['é'.repeat(1000), 'é'.repeat(1000)],
    ['💣'.repeat(1000), '💣'.repeat(1000)],
    [' \n ', null],
    ['', null],
    [null, null],
    [undefined, null],
  ])('the note %j', (note, read) => {
    expect(request({ ...GOOD, note }).note).toBe(read)
  })

  test('French unless said otherwise', () => {
    expect(request({ ...GOOD, locale: undefined }).locale).toBe('fr')
    expect(request({ ...GOOD, locale: 'en' }).locale).toBe('en')
  })

  test('a stay as a whole', () => {
    expect(request(STAY)).toEqual({
      requestKey: GOOD.requestKey,
      property: 'villa-mpila',
      kind: 'sejour',
      startsAt: '2026-12-01',
      endsAt: '2026-12-03',
      client: { name: 'Awa Mabiala', phone: '+242066123456', email: 'awa@example.com' },
      note: 'Bonjour',
      locale: 'fr',
    })
  })
})

test.each([
  ['visite', true],
  ['location', true],
  ['achat', true],
  ['sejour', true],
  ['séjour', false],
  ['', false],
  [null, false],
])('%j is a kind of request: %s', (text, is) => {
  expect(isKind(text)).toBe(is)
})

test('the shape that programs read takes appointments and stays', () => {
  const shape = requestShape('CG')
  expect(
    [GOOD, STAY, { ...GOOD, kind: 'vol' }].map((body) => shape.safeParse(body).success),
  ).toEqual([true, true, false])
})
