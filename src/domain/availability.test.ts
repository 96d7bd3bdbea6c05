import { describe, expect, test } from 'vitest'
import {
  alternatives,
  alternativeStays,
  appointmentSlots,
  judgeAppointment,
  judgeStay,
  nights,
  type Offer,
} from './availability'
import { addDays } from './zone'

const zone = 'Africa/Brazzaville'
const now = new Date('2026-11-23T07:00+01:00')
const OFFER: Offer = {
  timeZone: zone,
  slotMinutes: 60,
  visitHours: [1, 2, 3, 4, 5].flatMap((day) => [
    { day, from: '08:00', to: '10:30' },
    { day, from: '14:00', to: '16:00' },
  ]),
  closedPeriods: [{ from: '2026-11-26', to: '2026-11-27' }],
  taken: [
    {
      kind: 'visite',
      startsAt: new Date('2026-11-24T09:00+01:00'),
      endsAt: new Date('2026-11-24T10:00+01:00'),
    },
    {
      kind: 'sejour',
      startsAt: new Date('2026-12-01T00:00+01:00'),
      endsAt: new Date('2026-12-03T00:00+01:00'),
    },
  ],
}
const at = (text: string) => new Date(`${text}+01:00`)
const free = (day: string, moment = now) =>
  appointmentSlots({ offer: OFFER, from: day, to: day, now: moment })
    .filter((slot) => slot.free)
    .map((slot) => slot.startsAt.toISOString().slice(11, 16))

test('slots fill each period from its start and never pass its end', () => {
  expect(free('2026-11-23')).toEqual(['07:00', '08:00', '13:00', '14:00'])
})

test('a taken slot, a closed day, a day inside a stay and a Sunday offer nothing', () => {
  expect(free('2026-11-24')).toEqual(['07:00', '13:00', '14:00'])
  expect(free('2026-11-26')).toEqual([])
  expect(free('2026-12-01')).toEqual([])
  expect(free('2026-12-02')).toEqual([])
  expect(free('2026-11-29')).toEqual([])
})

test('the day of departure is free again', () => {
  expect(free('2026-12-03')).toEqual(['07:00', '08:00', '13:00', '14:00'])
})

test('a slot that has begun is past', () => {
  expect(free('2026-11-23', at('2026-11-23T09:00'))).toEqual(['13:00', '14:00'])
})

describe('an appointment', () => {
  test.each([
    ['2026-11-23T08:00', null, true],
    ['2026-11-23T08:00', '2026-11-23T09:00', true],
    ['2026-11-23T08:00', '2026-11-23T10:00', 'duree'],
    ['2026-11-23T08:30', null, 'hors_horaires'],
    ['2026-11-23T10:00', null, 'hors_horaires'],
    ['2026-11-22T08:00', null, 'passe'],
    ['2026-11-23T07:00', null, 'passe'],
    // 365 days ahead is 2027-11-23, a Tuesday.
    ['2027-11-23T08:00', null, true],
    ['2027-11-24T08:00', null, 'trop_loin'],
    ['2026-11-24T09:00', null, 'pris'],
    ['2026-11-26T08:00', null, 'pris'],
    ['2026-12-01T08:00', null, 'pris'],
  ] as const)('from %s to %s: %s', (start, end, outcome) => {
    const endsAt = end ? at(end) : null
    const verdict = judgeAppointment({ offer: OFFER, startsAt: at(start), endsAt, now })
    expect(verdict.ok ? true : verdict.problem).toBe(outcome)
  })
})

describe('a stay', () => {
  test.each([
    ['2026-11-23', '2026-11-24', true],
    ['2026-11-24', '2026-11-25', true],
    ['2026-11-29', '2026-12-01', true],
    ['2026-12-03', '2026-12-05', true],
    ['2026-11-30', '2026-12-02', 'pris'],
    ['2026-12-02', '2026-12-04', 'pris'],
    ['2026-11-25', '2026-11-27', 'pris'],
    ['2026-11-22', '2026-11-24', 'passe'],
    ['2026-12-05', '2026-12-05', 'duree'],
    ['2026-12-05', '2026-12-04', 'duree'],
    ['2026-12-05', '2027-03-05', true],
    ['2026-12-05', '2027-03-06', 'duree'],
    ['2027-11-23', '2027-11-24', true],
    ['2027-11-24', '2027-11-25', 'trop_loin'],
  ] as const)('from %s to %s: %s', (from, to, outcome) => {
    const verdict = judgeStay({ offer: OFFER, from, to, now })
    expect(verdict.ok ? true : verdict.problem).toBe(outcome)
  })

  test('runs from midnight to midnight of the place', () => {
    expect(judgeStay({ offer: OFFER, from: '2026-12-03', to: '2026-12-05', now })).toEqual({
      ok: true,
      startsAt: at('2026-12-03T00:00'),
      endsAt: at('2026-12-05T00:00'),
    })
  })
})

describe('where clocks change, a night is from one midnight of the place to the next', () => {
  test.each([
    // Paris leaves out 02:00 to 03:00 on 29 March 2026, and has it twice on 25 October.
    ['Europe/Paris', '2026-03-29', '2026-03-28T23:00Z', '2026-03-29T22:00Z'],
    ['Europe/Paris', '2026-10-25', '2026-10-24T22:00Z', '2026-10-25T23:00Z'],
    // Cairo leaves out the first hour of 24 April 2026, and has the last of 29 October twice.
    ['Africa/Cairo', '2026-04-23', '2026-04-22T22:00Z', '2026-04-23T22:00Z'],
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00Z', '2026-04-24T21:00Z'],
    ['Africa/Cairo', '2026-10-29', '2026-10-28T21:00Z', '2026-10-29T22:00Z'],
    ['Africa/Cairo', '2026-10-30', '2026-10-29T22:00Z', '2026-10-30T22:00Z'],
  ])('in %s the night of %s', (timeZone, from, begins, ends) => {
    const to = addDays(from, 1)
    const startsAt = new Date(begins)
    const endsAt = new Date(ends)
    const offer = { ...OFFER, timeZone, closedPeriods: [], taken: [] }
    const before = new Date('2026-03-01T00:00Z')
    expect(judgeStay({ offer, from, to, now: before })).toEqual({ ok: true, startsAt, endsAt })
    const taken = { ...offer, taken: [{ kind: 'sejour' as const, startsAt, endsAt }] }
    const around = { from: addDays(from, -1), to, now: before }
    expect(nights({ offer: taken, ...around }).map((night) => night.free)).toEqual([
      true,
      false,
      true,
    ])
    const after = { startsAt: endsAt, endsAt: new Date(endsAt.getTime() + 3_600_000) }
    const next = { ...offer, taken: [{ kind: 'sejour' as const, ...after }] }
    expect(judgeStay({ offer: next, from, to, now: before }).ok).toBe(true)
  })
})

test('visits in an hour that the clock leaves out are not offered', () => {
  const offer = {
    ...OFFER,
    timeZone: 'Europe/Paris',
    slotMinutes: 30,
    visitHours: [{ day: 7, from: '01:00', to: '04:00' }],
  }
  const slotsOf = (day: string) =>
    appointmentSlots({ offer, from: day, to: day, now: new Date('2026-03-01T00:00Z') }).map(
      ({ startsAt }) => startsAt.toISOString().slice(11, 16),
    )
  expect(slotsOf('2026-03-29')).toEqual(['00:00', '00:30', '01:00', '01:30'])
  expect(slotsOf('2026-10-25')).toHaveLength(8)
})

test('nights are taken by stays and closed days, never by appointments', () => {
  const list = nights({ offer: OFFER, from: '2026-11-22', to: '2026-11-27', now })
  expect(list.map((night) => [night.startsAt, night.free])).toEqual([
    ['2026-11-22', false],
    ['2026-11-23', true],
    ['2026-11-24', true],
    ['2026-11-25', true],
    ['2026-11-26', false],
    ['2026-11-27', false],
  ])
})

test('nothing is free, or offered instead, beyond the last day that can be asked for', () => {
  // 365 days ahead is 2027-11-23, a Tuesday.
  expect(free('2027-11-23')).toHaveLength(4)
  expect(free('2027-11-24')).toEqual([])
  const near = alternatives({ offer: OFFER, wanted: at('2027-11-23T14:00'), now, count: 99 })
  expect(
    near.map(({ startsAt }) => startsAt).filter((one) => one > at('2027-11-24T00:00')),
  ).toEqual([])
  const stays = alternativeStays({
    offer: OFFER,
    from: '2027-11-22',
    to: '2027-11-24',
    now,
    count: 4,
  })
  expect(stays.map(({ startsAt }) => startsAt)).toEqual([
    '2027-11-22',
    '2027-11-21',
    '2027-11-23',
    '2027-11-20',
  ])
})

test('a night is free as long as some stay that can be asked for holds it', () => {
  const list = nights({ offer: OFFER, from: '2028-02-19', to: '2028-02-22', now })
  expect(list.map((night) => [night.startsAt, night.free])).toEqual([
    ['2028-02-19', true],
    ['2028-02-20', true],
    ['2028-02-21', false],
    ['2028-02-22', false],
  ])
  const last = { offer: OFFER, from: '2027-11-23', now }
  expect(judgeStay({ ...last, to: '2028-02-21' }).ok).toBe(true)
})

test('alternatives are the nearest free slots, nearest first', () => {
  const wanted = at('2026-11-24T09:00')
  const found = alternatives({ offer: OFFER, wanted, now, count: 3 })
  expect(found.map(({ startsAt }) => startsAt)).toEqual([
    at('2026-11-24T08:00'),
    at('2026-11-24T14:00'),
    at('2026-11-24T15:00'),
  ])
})

test('alternatives are sought thirty days around, and never in the past', () => {
  const OPEN_ONCE = { ...OFFER, visitHours: [{ day: 1, from: '08:00', to: '09:00' }], taken: [] }
  const around = (wanted: string) =>
    alternatives({ offer: OPEN_ONCE, wanted: at(wanted), now, count: 99 }).map(({ startsAt }) =>
      startsAt.toISOString().slice(0, 10),
    )
  expect(around('2026-12-23T08:00')).toEqual([
    '2026-12-21',
    '2026-12-28',
    '2026-12-14',
    '2027-01-04',
    '2026-12-07',
    '2027-01-11',
    '2026-11-30',
    '2027-01-18',
    '2026-11-23',
  ])
  expect(around('2026-11-24T08:00').at(-1)).toBe('2026-12-21')
  expect(around('2026-11-28T08:00').at(-1)).toBe('2026-12-28')
})

test('a stay without a night has no alternatives, nor one longer than any', () => {
  const stays = (from: string, to: string) =>
    alternativeStays({ offer: { ...OFFER, taken: [] }, from, to, now, count: 1 })
  expect(stays('2026-12-05', '2026-12-05')).toEqual([])
  expect(stays('2026-12-05', '2026-12-06')).toEqual([
    { startsAt: '2026-12-05', endsAt: '2026-12-06' },
  ])
  expect(stays('2026-12-05', '2027-03-05')).toHaveLength(1)
  expect(stays('2026-12-05', '2027-03-06')).toEqual([])
})

test('slots without a length offer nothing', () => {
  const offer = { ...OFFER, slotMinutes: 0 }
  expect(appointmentSlots({ offer, from: '2026-11-23', to: '2026-11-27', now })).toEqual([])
})

test('slots come in order, however the hours were written', () => {
  const visitHours = [
    { day: 1, from: '14:00', to: '15:00' },
    { day: 1, from: '08:00', to: '09:00' },
    { day: 1, from: '12:00', to: '11:00' },
  ]
  const slots = appointmentSlots({
    offer: { ...OFFER, visitHours },
    from: '2026-11-23',
    to: '2026-11-23',
    now,
  })
  expect(slots).toEqual([
    { startsAt: at('2026-11-23T08:00'), endsAt: at('2026-11-23T09:00'), free: true },
    { startsAt: at('2026-11-23T14:00'), endsAt: at('2026-11-23T15:00'), free: true },
  ])
})

test('alternative stays have the same length', () => {
  const found = alternativeStays({
    offer: OFFER,
    from: '2026-12-01',
    to: '2026-12-03',
    now,
    count: 3,
  })
  expect(found).toEqual([
    { startsAt: '2026-11-29', endsAt: '2026-12-01' },
    { startsAt: '2026-12-03', endsAt: '2026-12-05' },
    { startsAt: '2026-11-28', endsAt: '2026-11-30' },
  ])
})

test('what is taken comes in any order', () => {
  const taken = [...OFFER.taken].reverse()
  const slots = appointmentSlots({
    offer: { ...OFFER, taken },
    from: '2026-11-24',
    to: '2026-12-03',
    now,
  })
  expect(slots).toEqual(
    appointmentSlots({ offer: OFFER, from: '2026-11-24', to: '2026-12-03', now }),
  )
  expect(slots.filter((slot) => !slot.free)).toHaveLength(1 + 8 + 8)
})

test('a day is closed by any of several closed periods', () => {
  const closedPeriods = [...OFFER.closedPeriods, { from: '2026-12-24', to: '2026-12-26' }]
  const offer = { ...OFFER, closedPeriods }
  const open = nights({ offer, from: '2026-12-22', to: '2026-12-28', now })
  expect(open.filter((night) => night.free).map(({ startsAt }) => startsAt)).toEqual([
    '2026-12-22',
    '2026-12-23',
    '2026-12-27',
    '2026-12-28',
  ])
})

test('many taken periods cost one pass, not one each', () => {
  const start = at('2026-12-07T00:00').getTime()
  const taken = Array.from({ length: 20_000 }, (_, index) => ({
    kind: 'visite' as const,
    startsAt: new Date(start + index * 60_000),
    endsAt: new Date(start + index * 60_000 + 30_000),
  }))
  const slots = appointmentSlots({
    offer: { ...OFFER, taken },
    from: '2026-12-07',
    to: '2027-02-06',
    now,
  })
  expect(
    slots.filter((slot) => !slot.free && slot.startsAt.getTime() < start + 20_000 * 60_000),
  ).toHaveLength(slots.filter((slot) => slot.startsAt.getTime() < start + 20_000 * 60_000).length)
})
