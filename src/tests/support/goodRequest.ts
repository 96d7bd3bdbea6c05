/** A visit and a stay as they are asked for, with nothing wrong in them. */

export const GOOD = {
  requestKey: '0b8f2c1e-4d0a-4c52-9e6f-7f0f3a9d1c11',
  property: 'villa-mpila',
  kind: 'visite',
  startsAt: '2026-12-01T09:00:00+01:00',
  client: { name: 'Awa Mabiala', phone: '06 612 34 56', email: 'awa@example.com' },
  note: 'Bonjour',
  locale: 'fr',
  consent: true,
}

export const STAY = { ...GOOD, kind: 'sejour', startsAt: '2026-12-01', endsAt: '2026-12-03' }
