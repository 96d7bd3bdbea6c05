import type { z } from 'zod'
import { phoneExample } from './phone'
import type { Locale, Words } from './status'
import type { FieldError } from './view'

/** What is wrong with a request, said to whoever made it. Rules name their fault by its key here. */

export const LONGEST_NOTE = 1000

export const REQUEST_FAULTS = {
  body: { fr: 'La demande est illisible.', en: 'The request cannot be read.' },
  requestKey: {
    fr: 'Il manque la clé de la demande : 8 à 100 lettres, chiffres ou tirets.',
    en: 'The request key is missing: 8 to 100 letters, digits or dashes.',
  },
  property: { fr: 'Choisissez un bien.', en: 'Choose a property.' },
  kind: {
    fr: 'Choisissez une visite, une location, un achat ou un séjour.',
    en: 'Choose a viewing, a rental, a purchase or a stay.',
  },
  instant: {
    fr: 'Choisissez un créneau : une date et une heure, avec le fuseau.',
    en: 'Choose a slot: a date and a time, with the time zone.',
  },
  day: { fr: 'Indiquez un jour, par exemple 2026-12-01.', en: 'Give a day, such as 2026-12-01.' },
  order: { fr: 'La fin doit venir après le début.', en: 'The end must come after the start.' },
  name: {
    fr: 'Indiquez votre nom, de 2 à 120 caractères.',
    en: 'Give your name, 2 to 120 characters.',
  },
  phone: {
    fr: 'Indiquez un numéro de téléphone complet, par exemple EXEMPLE ou +33 6 12 34 56 78.',
    en: 'Give a complete phone number, such as EXEMPLE or +33 6 12 34 56 78.',
  },
  phoneZero: {
    fr: 'Ce numéro semble avoir perdu son 0 : au Congo, écrivez-le avec, par exemple 06 612 34 56.',
    en: 'This number seems to have lost its 0: in Congo, write it too, such as 06 612 34 56.',
  },
  email: {
    fr: 'Indiquez une adresse e-mail comme nom@exemple.com, ou laissez vide.',
    en: 'Give an e-mail address such as name@example.com, or leave it empty.',
  },
  note: {
    fr: `Votre message dépasse ${LONGEST_NOTE} caractères.`,
    en: `Your message is longer than ${LONGEST_NOTE} characters.`,
  },
  locale: { fr: 'Choisissez fr ou en.', en: 'Choose fr or en.' },
  consent: {
    fr: 'Acceptez que nous utilisions ces coordonnées pour vous répondre.',
    en: 'Agree that we use these details to answer you.',
  },
} satisfies Record<string, Words>
type Fault = keyof typeof REQUEST_FAULTS

/** Told beside other faults too, so it does not wait for the rest to be right. */
export function orderFault(startsAt: unknown, endsAt: unknown, locale: Locale): FieldError[] {
  if (typeof startsAt !== 'string' || typeof endsAt !== 'string') return []
  const wrong = Date.parse(endsAt) <= Date.parse(startsAt)
  return wrong ? [{ path: 'endsAt', message: REQUEST_FAULTS.order[locale] }] : []
}

/** The language a body asks to be answered in, whatever else it is. */
export const localeIn = (body: unknown): Locale =>
  typeof body === 'object' && body !== null && 'locale' in body && body.locale === 'en'
    ? 'en'
    : 'fr'

/** @param country (ISO 3166-1) whose numbers are given as an example */
export function sentences(error: z.ZodError, locale: Locale, country = 'CG'): FieldError[] {
  const seen = new Set<string>()
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String).join('.')
    if (seen.has(path)) return []
    seen.add(path)
    const words = REQUEST_FAULTS[issue.message as Fault] ?? REQUEST_FAULTS.body // as: every rule names a fault.
    return [{ path, message: words[locale].replace('EXEMPLE', phoneExample(country)) }]
  })
}
