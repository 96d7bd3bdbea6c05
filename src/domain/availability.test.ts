import { describe, expect, test } from 'vitest'
import { at, now, OFFER } from '@/tests/support/anOffer'
import {
  alternatives,
  alternativeStays,
  appointmentSlots,
  judgeAppointment,
  judgeStay,
  nights,
} from './availability'

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
