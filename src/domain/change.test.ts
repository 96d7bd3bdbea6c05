import { expect, test } from 'vitest'
import { changeInWords, judgeExtension } from './change'

const zone = 'Africa/Brazzaville'
const dates = { startsAt: '2026-12-01T08:00:00.000Z', endsAt: '2026-12-01T08:30:00.000Z' }
const nights = { startsAt: '2026-12-03T23:00:00.000Z', endsAt: '2026-12-05T23:00:00.000Z' }

test.each([
  ['visite', dates, 'fr', 'Déplacée au mardi 1er décembre 2026 à 9 h 00'],
  ['visite', dates, 'en', 'Moved to Tuesday 1 December 2026 at 9:00 am'],
  [
    'sejour',
    nights,
    'fr',
    'Nouvelles dates : du vendredi 4 décembre au dimanche 6 décembre 2026 (2 nuits)',
  ],
  [
    'sejour',
    nights,
    'en',
    'New dates: from Friday 4 December to Sunday 6 December 2026 (2 nights)',
  ],
] as const)('a %s moved to %j reads, in %s: %s', (reservationKind, after, locale, words) => {
  expect(changeInWords({ kind: 'deplacement', after, reservationKind, zone, locale })).toBe(words)
})

test('an answer by phone says by what means, never what was said', () => {
  const after = { channel: 'telephone', text: 'Je vous attends.' } as const
  expect(
    changeInWords({ kind: 'reponse', after, reservationKind: 'visite', zone, locale: 'fr' }),
  ).toBe('Répondu par téléphone')
})

const facts = { ...dates, channel: 'telephone', client: 3, holdUntil: dates.startsAt } as const

test.each([
  ['contact', facts, 'Coordonnées corrigées'],
  ['prolongation', facts, 'Place gardée plus longtemps'],
  ['note', facts, 'Note interne'],
  ['reponse', {}, 'Répondu de vive voix'],
  ['reponse', { channel: 'whatsapp' }, 'Répondu par WhatsApp'],
  ['deplacement', { startsAt: dates.startsAt }, 'Déplacée'],
  ['deplacement', { endsAt: dates.endsAt }, 'Déplacée'],
] as const)('a change of kind %s that keeps %j reads: %s', (kind, after, words) => {
  expect(changeInWords({ kind, after, reservationKind: 'visite', zone, locale: 'fr' })).toBe(words)
})

const at = (text: string) => new Date(`2026-12-${text}:00.000Z`)
const asked = {
  holdUntil: at('02T10:00'),
  startsAt: at('20T08:00'),
  createdAt: at('01T10:00'),
  now: at('01T12:00'),
}

test.each([
  ['24 more hours', { ...asked, hours: 24 }, '2026-12-03T10:00:00.000Z'],
  [
    'counted from now when it ran out',
    { ...asked, hours: 1, now: at('02T12:00') },
    '2026-12-02T13:00:00.000Z',
  ],
  [
    'never beyond the start',
    { ...asked, hours: 72, startsAt: at('03T08:00') },
    '2026-12-03T08:00:00.000Z',
  ],
])('a place is held longer: %s', (_, wish, until) => {
  expect(judgeExtension(wish)).toEqual({ ok: true, holdUntil: new Date(until) })
})

test.each([
  ['no number', { ...asked, hours: '24' }, 'heures'],
  ['nothing', { ...asked, hours: 0 }, 'heures'],
  ['half an hour', { ...asked, hours: 0.5 }, 'heures'],
  ['73 hours', { ...asked, hours: 73 }, 'heures'],
  ['held until its start already', { ...asked, hours: 1, holdUntil: asked.startsAt }, 'limite'],
] as const)('a place is not held longer for %s', (_, wish, problem) => {
  expect(judgeExtension(wish)).toEqual({ ok: false, problem })
})
