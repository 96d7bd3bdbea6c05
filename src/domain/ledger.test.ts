import { describe, expect, it, test } from 'vitest'
import { FATE_COLOURS, FATE_LABELS, fateOf, LEDGER_KINDS, ledgerLine, type Fate } from './ledger'

const ROWS: [Parameters<typeof fateOf>[0], Fate][] = [
  [{ state: 'a_envoyer' }, 'preparee'],
  [{ state: 'a_envoyer', digest: true }, 'regroupee'],
  [{ state: 'en_cours' }, 'en_cours'],
  [{ state: 'envoyee' }, 'acceptee'],
  [{ state: 'envoyee', returnedAt: '2026-12-01T08:00:00Z' }, 'revenue'],
  [{ state: 'echouee' }, 'reessayee'],
  [{ state: 'echouee', unknownOutcome: true }, 'inconnue'],
  [{ state: 'abandonnee' }, 'abandonnee'],
  [{ state: 'abandonnee', withdrawnAt: '2026-12-01T08:00:00Z' }, 'retiree'],
  [{ state: 'publiee' }, 'publiee'],
  [{ state: 'publiee', direction: 'entrant' }, 'recue'],
  [{ state: 'abandonnee', openedAt: '2026-12-01T08:00:00Z' }, 'ouverte'],
]

test.each(ROWS)('%j stands as %s', (message, fate) => {
  expect(fateOf(message)).toBe(fate)
})

test('no word for a message claims that it was read or received by mail', () => {
  for (const { fr, en } of Object.values(FATE_LABELS)) {
    expect(fr).not.toMatch(/\blu\b|distribué|^Envoyé/i)
    expect(en).not.toMatch(/\bread\b|^Delivered|^Sent/i)
  }
})

test('only what arrived somewhere is green, what is lost is red, what is tried again is amber', () => {
  const coloured = (colour: string) =>
    Object.entries(FATE_COLOURS).flatMap(([fate, one]) => (one === colour ? [fate] : []))
  expect(coloured('success')).toEqual(['acceptee', 'publiee', 'ouverte'])
  expect(coloured('error')).toEqual(['revenue', 'abandonnee'])
  expect(coloured('warning')).toEqual(['reessayee', 'inconnue'])
  expect(coloured('light')).toEqual(['preparee', 'en_cours', 'regroupee', 'retiree', 'recue'])
})

describe('a line of the ledger', () => {
  const entry = { attempt: 2, by: 'smtp.example', detail: '451 try again later' }

  it('names the attempt, who answered and what', () => {
    expect(ledgerLine({ ...entry, kind: 'differee' }, 'fr')).toBe(
      'Essai 2 : smtp.example demande de réessayer plus tard : 451 try again later',
    )
    expect(ledgerLine({ ...entry, kind: 'differee' }, 'en')).toBe(
      'Attempt 2: smtp.example asks to try again later: 451 try again later',
    )
  })

  it('says why the house itself did not send', () => {
    const own = { attempt: null, by: null }
    expect(ledgerLine({ ...own, kind: 'retiree', detail: 'repondue' }, 'fr')).toBe(
      'Retiré avant l’envoi : une personne a déjà répondu',
    )
    expect(ledgerLine({ ...own, kind: 'abandonnee', detail: 'adresse' }, 'en')).toBe(
      'Given up: messages to this address have come back',
    )
    expect(ledgerLine({ ...own, kind: 'retiree', detail: 'confirmee' }, 'fr')).toBe(
      'Retiré avant l’envoi : la réservation est déjà confirmée',
    )
  })

  it('repeats a reason it has no words for, and says nothing where there is none', () => {
    const own = { attempt: null, by: null }
    expect(ledgerLine({ ...own, kind: 'retiree', detail: 'autre' }, 'fr')).toBe(
      'Retiré avant l’envoi : autre',
    )
    expect(ledgerLine({ ...own, kind: 'abandonnee', detail: null }, 'fr')).toBe('Abandonné : ')
  })

  it.each(LEDGER_KINDS)('%s has a whole sentence in both languages', (kind) => {
    for (const locale of ['fr', 'en'] as const) {
      const line = ledgerLine({ ...entry, kind }, locale)
      expect(line.length).toBeGreaterThan(15)
      expect(line).not.toMatch(/undefined|null/)
    }
  })
})
