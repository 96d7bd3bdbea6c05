import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  instantOf,
  isDay,
  isoWeekday,
  isTime,
  localDay,
  localMinutes,
  localTime,
} from './zone'

const CONGO = 'Africa/Brazzaville'

test.each([
  ['2026-11-30T22:59:59Z', CONGO, '2026-11-30', '23:59', 1439],
  ['2026-11-30T23:00:00Z', CONGO, '2026-12-01', '00:00', 0],
  ['2026-12-31T23:30:00Z', CONGO, '2027-01-01', '00:30', 30],
  ['2028-02-28T23:15:00Z', CONGO, '2028-02-29', '00:15', 15],
  ['2026-07-01T03:05:00Z', 'America/New_York', '2026-06-30', '23:05', 1385],
  ['2026-07-01T12:00:00Z', 'Asia/Kathmandu', '2026-07-01', '17:45', 1065],
])('%s is in %s the %s at %s, minute %i', (instant, zone, day, time, minutes) => {
  const at = new Date(instant)
  expect(localDay(at, zone)).toBe(day)
  expect(localTime(at, zone)).toBe(time)
  expect(localMinutes(at, zone)).toBe(minutes)
})

describe('the instant of a day and time', () => {
  test.each([
    ['2026-12-01', '09:00', CONGO, '2026-12-01T08:00:00Z'],
    ['2026-12-01', '00:00', CONGO, '2026-11-30T23:00:00Z'],
    ['2026-07-01', '09:00', 'America/New_York', '2026-07-01T13:00:00Z'],
    // Paris leaps from 02:00 to 03:00 on 29 March and comes back from 03:00 to 02:00 on 25 October.
    ['2026-03-29', '01:59', 'Europe/Paris', '2026-03-29T00:59:00Z'],
    ['2026-03-29', '02:30', 'Europe/Paris', '2026-03-29T01:30:00Z'],
    ['2026-03-29', '03:00', 'Europe/Paris', '2026-03-29T01:00:00Z'],
    ['2026-10-25', '02:30', 'Europe/Paris', '2026-10-25T00:30:00Z'],
    ['2026-10-25', '03:00', 'Europe/Paris', '2026-10-25T02:00:00Z'],
  ])('%s %s in %s is %s', (day, time, zone, instant) => {
    expect(instantOf(day, time, zone)).toEqual(new Date(instant))
  })
})

test.each([
  ['2026-11-30', 1, '2026-12-01'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-02-28', 2, '2028-03-01'],
  ['2026-12-01', -30, '2026-11-01'],
  ['2026-12-01', 0, '2026-12-01'],
])('%s and %i days is %s', (day, count, then) => {
  expect(addDays(day, count)).toBe(then)
  expect(daysBetween(day, then)).toBe(count)
})

test('a week runs from Monday 1 to Sunday 7', () => {
  const week = [23, 24, 25, 26, 27, 28, 29].map((day) => isoWeekday(`2026-11-${day}`))
  expect(week).toEqual([1, 2, 3, 4, 5, 6, 7])
})

test.each([
  ['2000-01-01', true],
  ['2199-12-31', true],
  ['2028-02-29', true],
  ['1999-12-31', false],
  ['2200-01-01', false],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-4-01', false],
  ['2026-04-1', false],
  ['2026-04-01T', false],
  [' 2026-04-01', false],
  ['', false],
])('%j is a day: %s', (text, is) => {
  expect(isDay(text)).toBe(is)
})

test.each([
  ['00:00', true],
  ['09:05', true],
  ['19:59', true],
  ['23:59', true],
  ['24:00', false],
  ['12:60', false],
  ['9:05', false],
  ['09:5', false],
  ['09:055', false],
  ['109:05', false],
  ['', false],
])('%j is a time: %s', (text, is) => {
  expect(isTime(text)).toBe(is)
})

test.each([
  ['2026-11', 1, '2026-12'],
  ['2026-12', 1, '2027-01'],
  ['2026-11', -11, '2025-12'],
  ['2026-01', -1, '2025-12'],
])('%s and %i months is %s', (month, count, then) => {
  expect(addMonths(month, count)).toBe(then)
})
