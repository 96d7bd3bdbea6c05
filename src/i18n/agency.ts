import { inARow, type Agency } from '@/domain/agency'
import { phoneExample } from '@/domain/phone'
import type { Locale } from '@/domain/status'
import { dictionaryOf, type Dictionary } from './dictionary'

type Said = {
  phone: (example: string) => string
  consent: (name: string) => string
  description: (cities: string) => string
}

const SAID: Record<Locale, Said> = {
  fr: {
    phone: (example) => `Par exemple ${example}.`,
    // No « que » before the name: it would have to be cut before a vowel.
    consent: (name) =>
      `J’accepte l’utilisation de ces coordonnées par ${name} pour répondre à ma demande.`,
    description: (cities) =>
      `Réservez en ligne une visite, une location, un achat ou un séjour à ${cities}. Référence immédiate, réponse à l’heure promise, suivi sans compte.`,
  },
  en: {
    phone: (example) => `For example ${example}.`,
    consent: (name) => `I agree that ${name} uses these details to answer my request.`,
    description: (cities) =>
      `Ask online for a viewing, a rental, a purchase or a stay in ${cities}. A reference at once, an answer at the promised time, no account needed.`,
  },
}

/**
 * The texts of the client site as one agency speaks them. Where the agency has no name of its own,
 * the neutral words stay.
 * @param country (ISO 3166-1) whose numbers are given as an example
 */
export function spokenBy(agency: Agency, locale: Locale, country: string): Dictionary {
  const t = dictionaryOf(locale)
  const said = SAID[locale]
  const { contact } = t.funnel
  const cities = inARow(agency.cities, locale)
  const name = agency.named ? agency.name[locale] : null
  return {
    ...t,
    siteName: agency.name[locale],
    footer: { ...t.footer, about: agency.about[locale] },
    home: { ...t.home, description: cities ? said.description(cities) : t.home.description },
    funnel: {
      ...t.funnel,
      contact: {
        ...contact,
        phoneHint: `${said.phone(phoneExample(country))} ${contact.phoneHint}`,
        consent: name ? said.consent(name) : contact.consent,
      },
    },
    page: {
      ...t.page,
      by: { ...t.page.by, admin: name ?? t.page.by.admin },
      from: { ...t.page.from, sortant: name ?? t.page.from.sortant },
    },
  }
}
