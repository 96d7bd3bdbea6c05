import { expect, test } from 'vitest'
import { fingerprintOf } from './requestFingerprint'
import type { BookingRequest } from './request'

const VISIT: BookingRequest = {
  requestKey: 'cle-de-la-demande',
  property: 'villa-mpila',
  kind: 'visite',
  startsAt: new Date('2026-12-01T08:00:00Z'),
  endsAt: null,
  client: { name: 'Awa Mabiala', phone: '+242066123456', email: null },
  note: null,
  locale: 'fr',
}

test('all of the content counts, the key does not', () => {
  expect(fingerprintOf(VISIT)).toBe(
    '["visite","villa-mpila",["2026-12-01T08:00:00.000Z",null],"Awa Mabiala","+242066123456",null,null,"fr"]',
  )
  expect(fingerprintOf({ ...VISIT, requestKey: 'une-autre-cle' })).toBe(fingerprintOf(VISIT))
  const end = { ...VISIT, endsAt: new Date('2026-12-01T09:00:00Z') }
  expect(fingerprintOf(end)).toContain('["2026-12-01T08:00:00.000Z","2026-12-01T09:00:00.000Z"]')
})

test('the days of a stay count as they are', () => {
  const stay = { ...VISIT, kind: 'sejour', startsAt: '2026-12-01', endsAt: '2026-12-03' } as const
  expect(fingerprintOf(stay)).toBe(
    '["sejour","villa-mpila",["2026-12-01","2026-12-03"],"Awa Mabiala","+242066123456",null,null,"fr"]',
  )
})
