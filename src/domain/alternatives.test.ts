import { expect, test } from 'vitest'
import { at, now, OFFER } from '@/tests/support/anOffer'
import { alternatives, alternativeStays } from './availability'

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
