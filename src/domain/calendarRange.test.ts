import { expect, test } from 'vitest'
import { rangeAround, touchedDays } from './calendarRange'

test.each([
  ['mois', '2026-12-15', '2026-12-01', '2027-01-01', 31, '2026-11-30', '2027-01-01'],
  ['mois', '2028-02-29', '2028-02-01', '2028-03-01', 29, '2028-01-31', '2028-03-01'],
  ['semaine', '2026-12-02', '2026-11-30', '2026-12-07', 7, '2026-11-23', '2026-12-07'],
  ['semaine', '2026-12-06', '2026-11-30', '2026-12-07', 7, '2026-11-23', '2026-12-07'],
] as const)('the %s around %s is %s to %s', (view, day, from, to, count, before, after) => {
  const range = rangeAround(view, day, '2026-01-01')
  expect(range).toMatchObject({ from, to, before, after })
  expect(range.days).toHaveLength(count)
  expect(range.days[0]).toBe(from)
})

test.each([undefined, 'demain', '2026-02-30', ['2026-12-01']])('%j is no day: today', (around) => {
  expect(rangeAround('semaine', around, '2026-12-02').from).toBe('2026-11-30')
})

test.each([
  ['2026-12-02T09:00+01:00', '2026-12-02T09:30+01:00', ['2026-12-02']],
  ['2026-12-02T00:00+01:00', '2026-12-04T00:00+01:00', ['2026-12-02', '2026-12-03']],
  ['2026-12-02T22:00+01:00', '2026-12-03T06:00+01:00', ['2026-12-02', '2026-12-03']],
  ['2026-12-02T23:30+01:00', '2026-12-03T00:00+01:00', ['2026-12-02']],
  ['2026-11-20T00:00+01:00', '2026-12-02T00:00+01:00', ['2026-12-01']],
  ['2026-12-03T00:00+01:00', '2027-01-10T00:00+01:00', ['2026-12-03']],
  ['2026-12-04T00:00+01:00', '2026-12-05T00:00+01:00', []],
])('from %s to %s, of three days, touches %j', (startsAt, endsAt, touched) => {
  const period = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) }
  const days = ['2026-12-01', '2026-12-02', '2026-12-03']
  expect(touchedDays(period, days, 'Africa/Brazzaville')).toEqual(touched)
})
