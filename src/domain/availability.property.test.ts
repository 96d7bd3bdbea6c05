import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  alternatives,
  alternativeStays,
  appointmentSlots,
  nights,
  type Offer,
} from './availability'
import { addDays, instantOf } from './zone'

const ZONE = 'Africa/Brazzaville'
const FIRST = '2026-11-23'
const now = new Date('2026-11-24T10:20+01:00')
const midnight = (day: number) => instantOf(addDays(FIRST, day), '00:00', ZONE).getTime()

const days = fc.integer({ min: -2, max: 12 })
const taken = fc
  .record({
    kind: fc.constantFrom('visite', 'sejour'),
    day: days,
    minute: fc.integer({ min: 0, max: 1439 }),
    lasts: fc.integer({ min: 1, max: 3000 }),
  })
  .map(({ kind, day, minute, lasts }) => {
    const stay = kind === 'sejour'
    const from = stay ? midnight(day) : midnight(day) + minute * 60_000
    const to = stay ? midnight(day + Math.ceil(lasts / 1440)) : from + lasts * 60_000
    return { kind, startsAt: new Date(from), endsAt: new Date(to) } as const
  })
const offers = fc
  .record({
    taken: fc.array(taken, { maxLength: 12 }),
    slotMinutes: fc.constantFrom(15, 30, 50, 120),
    closed: fc.tuple(days, fc.nat(2)),
  })
  .map(({ closed: [from, length], ...offer }): Offer => ({
    ...offer,
    timeZone: ZONE,
    closedPeriods: [{ from: addDays(FIRST, from), to: addDays(FIRST, from + length) }],
    visitHours: [1, 2, 3, 4, 5, 6].map((day) => ({ day, from: '08:00', to: '17:00' })),
  }))

type Span = { startsAt: Date; endsAt: Date }
const meet = (one: Span, other: Span) => one.startsAt < other.endsAt && other.startsAt < one.endsAt
const closedOf = ({ closedPeriods }: Offer): Span[] =>
  closedPeriods.map(({ from, to }) => ({
    startsAt: instantOf(from, '00:00', ZONE),
    endsAt: instantOf(addDays(to, 1), '00:00', ZONE),
  }))

test('no appointment is offered that meets a taken period, a closed day or the past; all others are', () => {
  fc.assert(
    fc.property(offers, (offer) => {
      const barred = [...offer.taken, ...closedOf(offer)]
      const slots = appointmentSlots({ offer, from: FIRST, to: addDays(FIRST, 9), now })
      for (const slot of slots)
        expect(slot.free).toBe(slot.startsAt > now && !barred.some((one) => meet(one, slot)))
      for (const slot of alternatives({ offer, wanted: now, now, count: 5 }))
        expect(slot.startsAt <= now || barred.some((one) => meet(one, slot))).toBe(false)
    }),
    { numRuns: 60 },
  )
})

test('no night is offered that meets a stay, a closed day or the past; all others are', () => {
  fc.assert(
    fc.property(offers, fc.integer({ min: 1, max: 4 }), (offer, length) => {
      const barred = [...offer.taken.filter(({ kind }) => kind === 'sejour'), ...closedOf(offer)]
      const span = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }): Span => ({
        startsAt: instantOf(startsAt, '00:00', ZONE),
        endsAt: instantOf(endsAt, '00:00', ZONE),
      })
      for (const night of nights({ offer, from: FIRST, to: addDays(FIRST, 9), now }))
        expect(night.free).toBe(
          night.startsAt >= '2026-11-24' && !barred.some((one) => meet(one, span(night))),
        )
      const wish = { offer, from: '2026-11-26', to: addDays('2026-11-26', length), now, count: 5 }
      for (const stay of alternativeStays(wish)) {
        expect(stay.endsAt).toBe(addDays(stay.startsAt, length))
        expect(barred.some((one) => meet(one, span(stay)))).toBe(false)
      }
    }),
    { numRuns: 60 },
  )
})
