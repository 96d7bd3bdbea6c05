import { describe, expect, test } from 'vitest'
import { dueTask, reminderAt, visitHorizon, type Clocked } from './due'

const ZONE = 'Africa/Brazzaville'
const on = (text: string) => new Date(`2026-11-${text}+01:00`)

/** Asked on Monday 23 at 14:00 for Thursday 26 at 10:00, promised within 30 minutes. */
const ASKED: Clocked = {
  status: 'en_attente',
  slaMinutes: 30,
  respondBy: on('23T14:30:00'),
  holdUntil: on('24T14:00:00'),
  startsAt: on('26T10:00:00'),
  respondedAt: null,
  confirmedAt: null,
  remindedAt: null,
  lateToldAt: null,
  visitRemindedAt: null,
}
const REMINDED = { remindedAt: on('23T14:20:00') }
const LATE = { ...REMINDED, lateToldAt: on('23T14:30:01') }
const CONFIRMED = {
  status: 'confirmee',
  respondedAt: on('23T14:12:00'),
  confirmedAt: on('23T14:12:00'),
} as const

describe('a request nobody answers', () => {
  test.each<[string, Partial<Clocked>, string | null]>([
    ['23T14:00:00', {}, null],
    ['23T14:19:59', {}, null],
    ['23T14:20:00', {}, 'rappel_delai'],
    ['23T14:20:03', REMINDED, null],
    ['23T14:30:00', {}, 'rappel_delai'],
    // After an outage: too late to remind, so the delay is told at once.
    ['23T14:30:01', {}, 'retard'],
    ['23T14:30:01', REMINDED, 'retard'],
    ['23T14:31:00', LATE, null],
    ['24T13:59:59', LATE, null],
    ['24T14:00:00', LATE, 'expiration'],
    // After a long outage: it ends, and no late excuse comes with it.
    ['24T14:00:00', {}, 'expiration'],
    ['29T09:00:00', {}, 'expiration'],
  ])('at %s, with %o: %s', (now, done, task) => {
    expect(dueTask({ ...ASKED, ...done }, on(now), ZONE)).toBe(task)
  })
})

describe('nothing is due for a request', () => {
  test.each<[string, Partial<Clocked>]>([
    ['that a person answered by phone', { respondedAt: on('23T14:05:00') }],
    ['that was confirmed', CONFIRMED],
    ['that was refused', { status: 'annulee', respondedAt: on('23T14:05:00') }],
    ['that the client took back', { status: 'annulee' }],
  ])('%s', (_, change) => {
    for (const now of ['23T14:25:00', '23T14:31:00', '24T15:00:00'])
      expect(dueTask({ ...ASKED, ...change }, on(now), ZONE)).toBe(null)
  })
})

describe('the reminder of the day before', () => {
  test.each<[string, Partial<Clocked>, string | null]>([
    ['25T07:59:59', {}, null],
    ['25T08:00:00', {}, 'rappel_visite'],
    ['25T23:00:00', {}, 'rappel_visite'],
    ['26T09:59:59', {}, 'rappel_visite'],
    ['26T10:00:00', {}, null],
    ['25T08:00:03', { visitRemindedAt: on('25T08:00:00') }, null],
    ['25T20:00:00', { status: 'annulee' }, null],
    // Early birds have a whole day's notice; a stay counts from its first midnight.
    ['25T06:59:59', { startsAt: on('26T07:00:00') }, null],
    ['25T07:00:00', { startsAt: on('26T07:00:00') }, 'rappel_visite'],
    ['25T08:00:00', { startsAt: on('26T23:30:00') }, 'rappel_visite'],
    ['25T08:00:00', { startsAt: on('27T00:00:00') }, null],
    ['26T00:00:00', { startsAt: on('27T00:00:00') }, 'rappel_visite'],
    // Confirmed on the day before: reminded. In the last six hours: the confirmation is fresh.
    ['25T17:00:00', { confirmedAt: on('25T16:59:00') }, 'rappel_visite'],
    ['26T05:00:00', { confirmedAt: on('26T04:01:00') }, null],
  ])('at %s, with %o: %s', (now, change, task) => {
    expect(dueTask({ ...ASKED, ...CONFIRMED, ...change }, on(now), ZONE)).toBe(task)
  })
})

test.each([
  [1, '2026-11-23T14:29:40+01:00'],
  [30, '2026-11-23T14:20:00+01:00'],
  [180, '2026-11-23T13:30:00+01:00'],
  [10_080, '2026-11-23T13:30:00+01:00'],
])('a promise of %i minutes is recalled at %s', (slaMinutes, at) => {
  expect(reminderAt({ respondBy: ASKED.respondBy, slaMinutes })).toEqual(new Date(at))
})

test('tomorrow of a day of 25 hours ends where the clocks of the place say', () => {
  const morning = new Date('2026-10-24T08:00:00+02:00')
  expect(visitHorizon(morning, 'Europe/Paris')).toEqual(new Date('2026-10-25T22:59:59.999Z'))
})
