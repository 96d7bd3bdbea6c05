import { expect, test } from 'vitest'
import { readPlace } from './askedPlace'

const NINE = '2026-12-01T09:00:00+01:00'
const TEN = '2026-12-01T10:00:00+01:00'

test('an appointment is read with its property, its kind and its instants', () => {
  expect(
    readPlace({ property: 'villa-mpila', kind: 'visite', startsAt: NINE, endsAt: TEN }),
  ).toEqual({
    property: 'villa-mpila',
    kind: 'visite',
    dates: { startsAt: new Date(NINE), endsAt: new Date(TEN) },
  })
})

test('a stay is read as days', () => {
  const asked = { property: 7, kind: 'sejour', startsAt: '2026-12-01', endsAt: '2026-12-03' }
  expect(readPlace(asked)).toEqual({
    property: 7,
    kind: 'sejour',
    dates: { from: '2026-12-01', to: '2026-12-03' },
  })
})

test.each([
  ['no end of an appointment', { kind: 'visite', startsAt: NINE }, 'visite'],
  ['an end that is no instant', { kind: 'visite', startsAt: NINE, endsAt: 'midi' }, 'visite'],
  ['no kind', { startsAt: NINE }, null],
  ['a kind that is none', { kind: 'echange', startsAt: NINE }, null],
  ['a kind that is no text', { kind: 3, startsAt: NINE }, null],
])('%s: the rest is read', (_, body, kind) => {
  expect(readPlace(body)).toEqual({
    property: null,
    kind,
    dates: { startsAt: new Date(NINE), endsAt: null },
  })
})

test.each([
  ['an appointment without a beginning', { kind: 'visite', endsAt: TEN }],
  ['an appointment on a day', { kind: 'visite', startsAt: 'demain' }],
  ['a stay without an end', { kind: 'sejour', startsAt: '2026-12-01' }],
  ['a stay without a beginning', { kind: 'sejour', endsAt: '2026-12-03' }],
  ['a stay of instants', { kind: 'sejour', startsAt: NINE, endsAt: TEN }],
  ['nothing', {}],
])('%s has no dates', (_, body) => {
  expect(readPlace(body).dates).toBeNull()
})

test.each([[{}], [[1]], [null], [true]])('a property that is %j is none', (property) => {
  expect(readPlace({ property, kind: 'visite', startsAt: NINE }).property).toBeNull()
})
