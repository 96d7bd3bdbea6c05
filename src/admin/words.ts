import type { Locale } from '@/domain/status'

/** The panel's own texts. Payload brings the rest. */
const fr = {
  client: 'Client',
  whatsappText: (reference: string) =>
    `Bonjour, ici SCIM Immobilier au sujet de votre demande ${reference}.`,
  timeline: 'Historique',
  conversation: 'Messages',
  none: 'Aucun message.',
  to: 'à',
  attempts: (count: number) => `${count} essai${count > 1 ? 's' : ''}`,
  nextAttempt: 'prochain essai à',
  lastError: 'Dernière erreur',
  version: 'modèle',
  builtIn: 'texte intégré',
  faults: 'Modèles à revoir',
  faultsHint: 'Pour ces messages, le texte intégré est envoyé à la place.',
  missing: 'aucun texte publié',
}

export type AdminWords = typeof fr

const en: AdminWords = {
  client: 'Client',
  whatsappText: (reference) => `Hello, SCIM Immobilier here about your request ${reference}.`,
  timeline: 'History',
  conversation: 'Messages',
  none: 'No message.',
  to: 'to',
  attempts: (count) => `${count} attempt${count > 1 ? 's' : ''}`,
  nextAttempt: 'next attempt at',
  lastError: 'Last error',
  version: 'template',
  builtIn: 'built-in text',
  faults: 'Templates to look at',
  faultsHint: 'For these messages the built-in text is sent instead.',
  missing: 'no published text',
}

export const adminLocale = (i18n: { language: string }): Locale =>
  i18n.language === 'en' ? 'en' : 'fr'

export const adminWords = (locale: Locale): AdminWords => (locale === 'en' ? en : fr)
