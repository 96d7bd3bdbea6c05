import { describe, expect, test } from 'vitest'
import type { TemplateKey } from './notifications'
import { staleReason, type StaleReason } from './relevance'
import type { Status } from './status'

const queuedAt = new Date('2026-12-01T08:00:00Z')
const base = {
  answered: false,
  tried: false,
  queuedAt,
  startsAt: new Date('2026-12-03T08:00:00Z'),
  endsAt: new Date('2026-12-03T08:30:00Z'),
  movedAt: null,
  now: new Date('2026-12-01T08:30:00Z'),
}

const ROWS: [TemplateKey, StaleReason | null, StaleReason | null, StaleReason | null][] = [
  // template              en_attente    confirmee    annulee
  ['accuse_reception', null, null, null],
  ['nouvelle_demande', null, 'confirmee', 'annulee'],
  ['confirmation', 'en_attente', null, 'annulee'],
  ['annulation', 'en_attente', 'confirmee', null],
  ['annulation_gestion', 'en_attente', 'confirmee', null],
  ['rappel_delai', null, 'confirmee', 'annulee'],
  ['retard_client', null, 'confirmee', 'annulee'],
  ['escalade', null, 'confirmee', 'annulee'],
  ['expiration', 'en_attente', 'confirmee', null],
  ['rappel_visite', 'en_attente', null, 'annulee'],
  ['nouveau_message', null, null, null],
  ['lien_acces', null, null, null],
]

describe('half an hour after its event, never tried', () => {
  for (const [template, ...expected] of ROWS)
    test.each(
      (['en_attente', 'confirmee', 'annulee'] as const).map(
        (status, index): [Status, StaleReason | null] => [status, expected[index] ?? null],
      ),
    )(`${template} of a reservation %s: %s`, (status, reason) => {
      expect(staleReason(template, { ...base, status })).toBe(reason)
    })
})

test('an acknowledgement that a server may have is not sent after the decision', () => {
  const facts = { ...base, tried: true }
  expect(staleReason('accuse_reception', { ...facts, status: 'en_attente' })).toBeNull()
  expect(staleReason('accuse_reception', { ...facts, status: 'confirmee' })).toBe('confirmee')
})

test.each(['nouvelle_demande', 'confirmation'] as const)(
  '%s goes out in its turn, the first minute, whatever came after',
  (template) => {
    const facts = { ...base, status: 'annulee' } as const
    const after = (seconds: number) => new Date(queuedAt.getTime() + seconds * 1000)
    expect(staleReason(template, { ...facts, now: after(60) })).toBeNull()
    expect(staleReason(template, { ...facts, now: after(61) })).toBe('annulee')
    expect(staleReason(template, { ...facts, now: after(10), tried: true })).toBe('annulee')
  },
)

describe('after a move', () => {
  const facts = { ...base, status: 'confirmee', movedAt: new Date('2026-12-01T08:20:00Z') } as const
  test.each(['confirmation', 'rappel_visite'] as const)(
    '%s of the old date is not sent',
    (template) => {
      expect(staleReason(template, facts)).toBe('deplacee')
      expect(staleReason(template, { ...facts, tried: true })).toBe('deplacee')
    },
  )
  test('its own confirmation is, at the same instant and later', () => {
    for (const queued of ['2026-12-01T08:20:00Z', '2026-12-01T08:25:00Z'])
      expect(
        staleReason('confirmation', { ...facts, tried: true, queuedAt: new Date(queued) }),
      ).toBeNull()
  })
  test('what names no date is', () => {
    expect(staleReason('nouveau_message', facts)).toBeNull()
    expect(staleReason('nouvelle_demande', { ...facts, status: 'en_attente' })).toBeNull()
  })
})

test.each(['rappel_delai', 'retard_client', 'escalade'] as const)(
  '%s is withdrawn once a person has answered, at any moment',
  (template) => {
    const facts = { ...base, status: 'en_attente', answered: true, now: queuedAt } as const
    expect(staleReason(template, facts)).toBe('repondue')
  },
)

test('a new request still awaits its decision after an answer in words', () => {
  const facts = { ...base, status: 'en_attente', answered: true } as const
  expect(staleReason('nouvelle_demande', facts)).toBeNull()
})

test('what speaks of a moment is withdrawn when the moment has passed', () => {
  const at = (now: Date) => ({ ...base, status: 'confirmee', now }) as const
  expect(staleReason('rappel_visite', at(base.startsAt))).toBe('passee')
  expect(staleReason('confirmation', at(base.startsAt))).toBeNull()
  expect(staleReason('confirmation', at(base.endsAt))).toBe('passee')
  // Words that were written are told whenever they were.
  expect(staleReason('nouveau_message', at(base.endsAt))).toBeNull()
})
