import { describe, expect, test } from 'vitest'
import {
  countsHours,
  heldUntil,
  mostHoursHeld,
  respondBy,
  workingMinutes,
  type OfficeHours,
} from './promise'

const WEEK = [1, 2, 3, 4, 5]
const BRAZZAVILLE: OfficeHours = {
  timeZone: 'Africa/Brazzaville',
  holidays: ['2026-12-25', '2027-01-01'],
  periods: [
    ...WEEK.map((day) => ({ day, opens: '08:00', closes: '12:30' })),
    ...WEEK.map((day) => ({ day, opens: '14:00', closes: '17:30' })),
    { day: 6, opens: '08:00', closes: '12:00' },
  ],
}
const NONE: OfficeHours = { timeZone: 'Africa/Brazzaville', holidays: [], periods: [] }
const PARIS: OfficeHours = {
  timeZone: 'Europe/Paris',
  holidays: [],
  periods: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens: '00:00', closes: '23:59' })),
}
const NIGHT_PARIS: OfficeHours = {
  timeZone: 'Europe/Paris',
  holidays: [],
  periods: [{ day: 7, opens: '01:00', closes: '05:00' }],
}
const NEW_YORK: OfficeHours = {
  timeZone: 'America/New_York',
  holidays: [],
  periods: WEEK.map((day) => ({ day, opens: '09:00', closes: '17:00' })),
}

/** Asked, minutes, due: Brazzaville is UTC+1 all year. Monday is 2026-11-23. Computed by hand. */
const BRAZZAVILLE_ROWS: [string, number, string][] = [
  // inside one period
  ['2026-11-23T08:00+01:00', 30, '2026-11-23T08:30+01:00'],
  ['2026-11-23T08:00+01:00', 1, '2026-11-23T08:01+01:00'],
  ['2026-11-23T11:59+01:00', 30, '2026-11-23T12:29+01:00'],
  ['2026-11-23T12:00+01:00', 30, '2026-11-23T12:30+01:00'],
  ['2026-11-23T14:00+01:00', 210, '2026-11-23T17:30+01:00'],
  ['2026-11-23T15:10+01:00', 45, '2026-11-23T15:55+01:00'],
  // over lunch
  ['2026-11-23T12:01+01:00', 30, '2026-11-23T14:01+01:00'],
  ['2026-11-23T12:29+01:00', 30, '2026-11-23T14:29+01:00'],
  ['2026-11-23T12:30+01:00', 30, '2026-11-23T14:30+01:00'],
  ['2026-11-23T13:15+01:00', 30, '2026-11-23T14:30+01:00'],
  ['2026-11-23T13:59+01:00', 1, '2026-11-23T14:01+01:00'],
  ['2026-11-23T08:00+01:00', 271, '2026-11-23T14:01+01:00'],
  // the closing minute and the night
  ['2026-11-23T17:00+01:00', 30, '2026-11-23T17:30+01:00'],
  ['2026-11-23T17:01+01:00', 30, '2026-11-24T08:01+01:00'],
  ['2026-11-23T17:29+01:00', 30, '2026-11-24T08:29+01:00'],
  ['2026-11-23T17:30+01:00', 30, '2026-11-24T08:30+01:00'],
  ['2026-11-23T23:00+01:00', 30, '2026-11-24T08:30+01:00'],
  ['2026-11-23T00:00+01:00', 30, '2026-11-23T08:30+01:00'],
  ['2026-11-23T06:00+01:00', 60, '2026-11-23T09:00+01:00'],
  ['2026-11-23T07:59+01:00', 1, '2026-11-23T08:01+01:00'],
  // whole days: 8 hours a weekday are 480 minutes
  ['2026-11-23T08:00+01:00', 480, '2026-11-23T17:30+01:00'],
  ['2026-11-23T08:00+01:00', 481, '2026-11-24T08:01+01:00'],
  ['2026-11-23T08:00+01:00', 960, '2026-11-24T17:30+01:00'],
  ['2026-11-23T14:00+01:00', 240, '2026-11-24T08:30+01:00'],
  // Saturday and Sunday
  ['2026-11-27T17:00+01:00', 30, '2026-11-27T17:30+01:00'],
  ['2026-11-27T17:15+01:00', 30, '2026-11-28T08:15+01:00'],
  ['2026-11-27T18:00+01:00', 30, '2026-11-28T08:30+01:00'],
  ['2026-11-28T11:30+01:00', 30, '2026-11-28T12:00+01:00'],
  ['2026-11-28T11:31+01:00', 30, '2026-11-30T08:01+01:00'],
  ['2026-11-28T12:00+01:00', 30, '2026-11-30T08:30+01:00'],
  ['2026-11-28T20:00+01:00', 30, '2026-11-30T08:30+01:00'],
  ['2026-11-29T10:00+01:00', 30, '2026-11-30T08:30+01:00'],
  ['2026-11-29T23:59+01:00', 1, '2026-11-30T08:01+01:00'],
  ['2026-11-27T08:00+01:00', 721, '2026-11-30T08:01+01:00'],
  // a week of five times 480 and one Saturday of 240 is 2640
  ['2026-11-23T08:00+01:00', 2640, '2026-11-28T12:00+01:00'],
  ['2026-11-23T08:00+01:00', 2641, '2026-11-30T08:01+01:00'],
  // Christmas 2026 is a Friday
  ['2026-12-24T17:15+01:00', 30, '2026-12-26T08:15+01:00'],
  ['2026-12-24T17:30+01:00', 30, '2026-12-26T08:30+01:00'],
  ['2026-12-25T10:00+01:00', 30, '2026-12-26T08:30+01:00'],
  ['2026-12-26T11:45+01:00', 30, '2026-12-28T08:15+01:00'],
  // the turn of the year: 1 January 2027 is a Friday
  ['2026-12-31T17:00+01:00', 30, '2026-12-31T17:30+01:00'],
  ['2026-12-31T17:10+01:00', 30, '2027-01-02T08:10+01:00'],
  ['2026-12-31T23:59+01:00', 1, '2027-01-02T08:01+01:00'],
  ['2027-01-01T00:00+01:00', 30, '2027-01-02T08:30+01:00'],
  // the leap day 2028-02-29 is a Tuesday
  ['2028-02-28T17:15+01:00', 30, '2028-02-29T08:15+01:00'],
  ['2028-02-29T17:15+01:00', 30, '2028-03-01T08:15+01:00'],
  ['2028-02-29T12:30+01:00', 1, '2028-02-29T14:01+01:00'],
  // seconds are kept
  ['2026-11-23T08:00:40+01:00', 30, '2026-11-23T08:30:40+01:00'],
  ['2026-11-23T12:20:30+01:00', 10, '2026-11-23T14:00:30+01:00'],
  // the longest promise: 10080 minutes are three weeks of 2640 and 2160 more
  ['2026-11-02T08:00+01:00', 10_080, '2026-11-27T12:00+01:00'],
]

const PLAIN_ROWS: [string, number, string][] = [
  ['2026-11-23T14:02+01:00', 30, '2026-11-23T14:32+01:00'],
  ['2026-11-28T23:45+01:00', 30, '2026-11-29T00:15+01:00'],
  ['2026-12-31T23:50+01:00', 30, '2027-01-01T00:20+01:00'],
  ['2028-02-28T23:50+01:00', 30, '2028-02-29T00:20+01:00'],
  ['2026-11-23T14:02+01:00', 10_080, '2026-11-30T14:02+01:00'],
]

describe('in working time of Brazzaville', () => {
  test.each(BRAZZAVILLE_ROWS)('asked %s with %i minutes is due %s', (asked, minutes, due) => {
    const answer = respondBy({ from: new Date(asked), minutes, hours: BRAZZAVILLE })
    expect(answer).toEqual(new Date(due))
  })
})

describe('without opening hours, in plain time', () => {
  test.each(PLAIN_ROWS)('asked %s with %i minutes is due %s', (asked, minutes, due) => {
    expect(respondBy({ from: new Date(asked), minutes, hours: NONE })).toEqual(new Date(due))
  })
})

describe('where clocks change', () => {
  test.each<[string, OfficeHours, number, string]>([
    // Paris: 29 March 2026, 02:00 becomes 03:00; 25 October 2026, 03:00 becomes 02:00.
    ['2026-03-29T01:30+01:00', PARIS, 60, '2026-03-29T03:30+02:00'],
    ['2026-10-25T02:30+02:00', PARIS, 60, '2026-10-25T02:30+01:00'],
    ['2026-10-25T01:30+02:00', PARIS, 150, '2026-10-25T03:00+01:00'],
    // Open 01:00 to 05:00: three hours in spring, five in autumn.
    ['2026-03-28T12:00+01:00', NIGHT_PARIS, 180, '2026-03-29T05:00+02:00'],
    ['2026-03-28T12:00+01:00', NIGHT_PARIS, 181, '2026-04-05T01:01+02:00'],
    ['2026-10-24T12:00+02:00', NIGHT_PARIS, 300, '2026-10-25T05:00+01:00'],
    // New York: 8 March and 1 November 2026 are Sundays, the Monday after is an hour off.
    ['2026-03-06T16:45-05:00', NEW_YORK, 30, '2026-03-09T09:15-04:00'],
    ['2026-10-30T16:45-04:00', NEW_YORK, 30, '2026-11-02T09:15-05:00'],
    ['2026-07-03T17:00-04:00', NEW_YORK, 1, '2026-07-06T09:01-04:00'],
  ])('asked %s', (asked, hours, minutes, due) => {
    expect(respondBy({ from: new Date(asked), minutes, hours })).toEqual(new Date(due))
  })
})

test.each([
  ['2026-11-27T12:00+01:00', 24, 24],
  ['2026-11-28T11:30+01:00', 24, 24],
  ['2026-11-28T11:31+01:00', 24, null],
  ['2026-11-30T09:30+01:00', 24, null],
  ['2026-11-30T09:30+01:00', 72, 72],
])('asked on Friday at 11:30, due at %s, held %i h: at most %j', (due, holdHours, hours) => {
  const from = new Date('2026-11-27T11:30+01:00')
  expect(mostHoursHeld({ from, respondBy: new Date(due), holdHours })).toBe(hours)
})

test.each([
  ['2026-11-27T12:00+01:00', 24, '2026-11-28T11:30+01:00'],
  ['2026-11-27T12:00+01:00', 1, '2026-11-27T12:30+01:00'],
  ['2026-11-30T09:30+01:00', 24, '2026-11-30T09:30+01:00'],
])('asked on Friday at 11:30, due at %s, held %i h: until %s', (due, holdHours, until) => {
  const from = new Date('2026-11-27T11:30+01:00')
  expect(heldUntil({ from, respondBy: new Date(due), holdHours })).toEqual(new Date(until))
})

test.each([
  ['2026-11-27T12:00+01:00', false],
  ['2026-11-30T08:30+01:00', true],
])(
  '30 minutes asked for on Friday at 11:30 and due at %s count opening hours: %j',
  (due, counts) => {
    const from = new Date('2026-11-27T11:30+01:00')
    expect(countsHours({ from, respondBy: new Date(due), minutes: 30 })).toBe(counts)
  },
)

test('periods that overlap or stand in no order count once', () => {
  const periods = [
    { day: 1, opens: '10:00', closes: '12:00' },
    { day: 1, opens: '08:00', closes: '11:00' },
  ]
  const from = new Date('2026-11-23T08:00+01:00')
  const hours = { ...BRAZZAVILLE, periods }
  expect(respondBy({ from, minutes: 240, hours })).toEqual(new Date('2026-11-23T12:00+01:00'))
  expect(respondBy({ from, minutes: 241, hours })).toEqual(new Date('2026-11-30T08:01+01:00'))
})

test('the longest promise of an office that opens two hours a week takes 84 weeks', () => {
  const hours = { ...BRAZZAVILLE, periods: [{ day: 6, opens: '08:00', closes: '10:00' }] }
  const from = new Date('2026-11-23T08:00+01:00')
  // 168 hours: 84 Saturdays, the first on 28 November 2026, the last 83 weeks later.
  const due = respondBy({ from, minutes: 10_080, hours })
  expect(due).toEqual(new Date('2028-07-01T10:00+01:00'))
})

test('the slowest schedule that can be set is counted to its end', () => {
  const hours = { ...NONE, periods: [{ day: 7, opens: '08:00', closes: '08:05' }] }
  // 2016 Sundays, the first on 29 November 2026.
  const due = respondBy({ from: new Date('2026-11-23T08:00Z'), minutes: 10_080, hours })
  expect(due).toEqual(new Date('2065-07-12T08:05+01:00'))
})

test('hours that never open count as plain time', () => {
  const hours = { ...BRAZZAVILLE, periods: [{ day: 1, opens: '12:00', closes: '12:00' }] }
  const from = new Date('2026-11-23T08:00+01:00')
  const to = new Date('2026-11-23T08:30+01:00')
  expect(respondBy({ from, minutes: 30, hours })).toEqual(to)
  expect(workingMinutes({ from, to, hours })).toBe(30)
})

test('a period that closes before it opens adds nothing and takes nothing away', () => {
  const periods = [
    { day: 1, opens: '08:00', closes: '10:00' },
    { day: 1, opens: '09:00', closes: '06:00' },
    { day: 1, opens: '09:30', closes: '11:00' },
  ]
  const hours = { ...BRAZZAVILLE, periods }
  const from = new Date('2026-11-23T08:00+01:00')
  const to = new Date('2026-11-23T11:00+01:00')
  expect(respondBy({ from, minutes: 180, hours })).toEqual(to)
  expect(workingMinutes({ from, to, hours })).toBe(180)
})

test.each([
  ['2026-11-23T08:00+01:00', '2026-11-23T08:20+01:00', 20],
  ['2026-11-23T12:20+01:00', '2026-11-23T14:05+01:00', 15],
  ['2026-11-23T12:40+01:00', '2026-11-23T13:50+01:00', 0],
  ['2026-11-27T17:00+01:00', '2026-11-30T08:30+01:00', 300],
  ['2026-12-24T17:15+01:00', '2026-12-25T10:00+01:00', 15],
  ['2026-11-23T08:00:00+01:00', '2026-11-23T08:00:30+01:00', 0.5],
  ['2026-11-23T09:00+01:00', '2026-11-23T08:00+01:00', 0],
])('from %s to %s there are %d working minutes', (from, to, minutes) => {
  const span = { from: new Date(from), to: new Date(to), hours: BRAZZAVILLE }
  expect(workingMinutes(span)).toBe(minutes)
})

test('without opening hours every minute is a working minute', () => {
  const span = { from: new Date('2026-11-28T23:45+01:00'), to: new Date('2026-11-29T00:15+01:00') }
  expect(workingMinutes({ ...span, hours: NONE })).toBe(30)
})
