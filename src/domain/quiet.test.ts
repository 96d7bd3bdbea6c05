import { expect, test } from 'vitest'
import { gatheredUntil, type Pace } from './quiet'

const zone = 'Africa/Brazzaville' // UTC+1 the whole year.

const ROWS: [Pace, string, string | null][] = [
  ['chaque', '2026-12-01T09:12:00Z', null],
  ['heure', '2026-12-01T09:12:00Z', '2026-12-01T10:00:00.000Z'],
  ['heure', '2026-12-01T09:59:59.999Z', '2026-12-01T10:00:00.000Z'],
  ['heure', '2026-12-01T10:00:00Z', '2026-12-01T11:00:00.000Z'],
  ['heure', '2026-12-31T23:30:00Z', '2027-01-01T00:00:00.000Z'],
  ['matin', '2026-12-01T05:59:59Z', '2026-12-01T06:00:00.000Z'],
  ['matin', '2026-12-01T06:00:00Z', '2026-12-02T06:00:00.000Z'],
  ['matin', '2026-12-01T23:30:00Z', '2026-12-02T06:00:00.000Z'],
  ['matin', '2028-02-28T20:00:00Z', '2028-02-29T06:00:00.000Z'],
]

test.each(ROWS)('pace %s, at %s: waits until %s', (pace, now, until) => {
  const wait = gatheredUntil({ pace, template: 'nouvelle_demande', now: new Date(now), zone })
  expect(wait?.toISOString() ?? null).toBe(until)
})

test.each(['heure', 'matin'] as const)('an escalation never waits, not at pace %s', (pace) => {
  const now = new Date('2026-12-01T09:12:00Z')
  expect(gatheredUntil({ pace, template: 'escalade', now, zone })).toBeNull()
})
