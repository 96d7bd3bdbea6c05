import { expect, test } from 'vitest'
import {
  EVENTS,
  eventOf,
  NOTICES,
  TEMPLATE_KEYS,
  type Event,
  type TemplateKey,
} from './notifications'

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

/** Who hears of what, as the contract's table has it. */
const TOLD: Record<Event, string[]> = {
  demandee: ['accuse_reception to client', 'nouvelle_demande to proprietaires'],
  confirmee: ['confirmation to client'],
  deplacee: ['confirmation to client'],
  annulee: ['annulation to client'],
  annulee_par_client: ['annulation to client', 'annulation_gestion to proprietaires'],
  expiree: ['expiration to client', 'expiration to proprietaires'],
  delai_proche: ['rappel_delai to proprietaires'],
  delai_passe: ['retard_client to client', 'escalade to admin'],
  veille: ['rappel_visite to client'],
  message_du_client: ['nouveau_message to proprietaires'],
  message_de_l_equipe: ['nouveau_message to client'],
}

test.each(EVENTS)('who hears of the event %s', (event) => {
  expect(NOTICES[event].map(({ template, to }) => `${template} to ${to}`)).toEqual(TOLD[event])
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
