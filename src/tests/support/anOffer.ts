import type { Offer } from '@/domain/availability'

/** What one property offers around a Monday, with a visit and a stay taken. */

const zone = 'Africa/Brazzaville'
export const now = new Date('2026-11-23T07:00+01:00')
export const OFFER: Offer = {
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
export const at = (text: string) => new Date(`${text}+01:00`)
