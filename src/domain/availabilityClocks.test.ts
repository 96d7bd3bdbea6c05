import { describe, expect, test } from 'vitest'
import { OFFER } from '@/tests/support/anOffer'
import { appointmentSlots, judgeStay, nights } from './availability'
import { addDays } from './zone'

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
