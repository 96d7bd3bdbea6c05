import { expect, test } from 'vitest'
import { eventOf, NOTICES, TEMPLATE_KEYS, type TemplateKey } from './notifications'

test.each([
  ['en_attente', null, 'demandee'],
  ['confirmee', null, 'confirmee'],
  ['annulee', 'refusee', 'annulee'],
  ['annulee', 'annulee_gestion', 'annulee'],
  ['annulee', 'annulee_client', 'annulee_par_client'],
  ['annulee', 'expiree', 'expiree'],
] as const)('%s for reason %s is the event %s', (to, reason, event) => {
  expect(eventOf(to, reason)).toBe(event)
})

test('nobody hears of one event twice', () => {
  for (const notices of Object.values(NOTICES)) {
    const readers = notices.map(({ to }) => to)
    expect(new Set(readers).size).toBe(readers.length)
  }
})

test('every template but the access link belongs to an event', () => {
  const used = new Set<TemplateKey>(
    Object.values(NOTICES).flatMap((notices) => notices.map((one) => one.template)),
  )
  expect(TEMPLATE_KEYS.filter((key) => !used.has(key))).toEqual(['lien_acces'])
})
