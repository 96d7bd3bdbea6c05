import { expect, test } from 'vitest'
import { parseMoment } from './moment'

const NINE = '2026-12-01T09:00:00+01:00'
const TEN = '2026-12-01T10:00:00+01:00'

test('an appointment has instants, its end may be left out', () => {
  const asked = { kind: 'visite', locale: 'fr' } as const
  const startsAt = new Date(NINE)
  expect(parseMoment({ startsAt: NINE, endsAt: TEN, other: 1 }, asked)).toEqual({
    moment: { kind: 'visite', startsAt, endsAt: new Date(TEN) },
  })
  for (const body of [{ startsAt: NINE }, { startsAt: NINE, endsAt: null }])
    expect(parseMoment(body, asked)).toEqual({ moment: { kind: 'visite', startsAt, endsAt: null } })
})

test('a stay has days, both of them', () => {
  const asked = { kind: 'sejour', locale: 'en' } as const
  expect(parseMoment({ startsAt: '2026-12-01', endsAt: '2026-12-03' }, asked)).toEqual({
    moment: { kind: 'sejour', startsAt: '2026-12-01', endsAt: '2026-12-03' },
  })
  expect(parseMoment({ startsAt: '2026-12-01' }, asked)).toEqual({
    errors: [{ path: 'endsAt', message: 'Give a day, such as 2026-12-01.' }],
  })
})

const ORDER = { path: 'endsAt', message: 'La fin doit venir après le début.' }
const SLOT = {
  path: 'startsAt',
  message: 'Choisissez un créneau : une date et une heure, avec le fuseau.',
}
const DAY = { path: 'startsAt', message: 'Indiquez un jour, par exemple 2026-12-01.' }

test.each([
  ['visite', TEN, NINE, [ORDER]],
  ['visite', NINE, NINE, [ORDER]],
  ['visite', '2026-12-01', TEN, [SLOT]],
  ['visite', '2026-12-01T10:00', NINE, [SLOT, ORDER]],
  ['sejour', '2026-12-03', '2026-12-01', [ORDER]],
  ['sejour', '2026-12-03', '2026-12-03', [ORDER]],
  ['sejour', NINE, '2026-12-03', [DAY]],
  ['sejour', TEN, '2026-12-01', [DAY, ORDER]],
] as const)('a %s from %s to %s: every fault at once', (kind, startsAt, endsAt, errors) => {
  expect(parseMoment({ startsAt, endsAt }, { kind, locale: 'fr' })).toEqual({ errors })
})
