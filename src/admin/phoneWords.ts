import type { Locale } from '@/domain/status'

/** What goes to clients' phones, as the panel tells of it. */
const fr = {
  troubled: 'Les messages aux téléphones attendent : e-mails et pages partent comme d’habitude',
  to: 'au',
  onTheDay: (time: string) => `à ${time}`,
  another: (day: string, time: string) => `le ${day} à ${time}`,
  segments: (count: number) => `${count} segment${count > 1 ? 's' : ''}`,
  next: (when: string) => `Prochain essai : ${when}`,
  waiting: (count: number) => `${count} en attente`,
  lastAccepted: (when: string) => `dernier accepté : ${when}`,
  neverAccepted: 'aucun accepté jusqu’ici',
  givenUp: (count: number) => `${count} abandonné${count > 1 ? 's' : ''} en 24 h`,
  undelivered: (count: number) => `${count} non remis en 24 h`,
  overdue: (minutes: number) => `le plus ancien attend depuis ${minutes} min`,
  trouble: (since: string, answer: string) =>
    `le fournisseur ne prend rien depuis ${since} (${answer})`,
}
export type PhoneWords = typeof fr

const en: PhoneWords = {
  troubled: 'Messages to phones are waiting: mails and pages go as usual',
  to: 'to',
  onTheDay: (time) => `at ${time}`,
  another: (day, time) => `on ${day} at ${time}`,
  segments: (count) => `${count} segment${count > 1 ? 's' : ''}`,
  next: (when) => `Next attempt: ${when}`,
  waiting: (count) => `${count} waiting`,
  lastAccepted: (when) => `last accepted: ${when}`,
  neverAccepted: 'none accepted so far',
  givenUp: (count) => `${count} given up in 24 h`,
  undelivered: (count) => `${count} not delivered in 24 h`,
  overdue: (minutes) => `the oldest has waited for ${minutes} min`,
  trouble: (since, answer) => `the provider has taken nothing since ${since} (${answer})`,
}

export const phoneWords = (locale: Locale): PhoneWords => (locale === 'en' ? en : fr)
