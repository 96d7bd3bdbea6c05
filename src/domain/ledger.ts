import type { MESSAGE_STATES } from './message'
import type { StaleReason } from './relevance'
import type { Locale, Words } from './status'

/** What happened to a message, entry by entry, in words that claim no more than is known. */

export const LEDGER_KINDS = [
  'acceptee',
  'refusee',
  'differee',
  'injoignable',
  'inconnue',
  'interrompue',
  'retiree',
  'abandonnee',
  'renvoyee',
  'regroupee',
  'remise',
  'retardee',
  'revenue',
  'ouverte',
  'jointe',
] as const
export type LedgerKind = (typeof LEDGER_KINDS)[number]

/** Why a message is given up. */
export type GiveUp = 'refus' | 'delai' | 'issue_inconnue' | 'adresse'

export type LedgerEntry = {
  kind: LedgerKind
  /** Which attempt, from 1; null for what happened outside an attempt. */
  attempt: number | null
  /** Who said or did it: a mail server's name, or a person's. */
  by: string | null
  /** A server's own answer, a code, or a reason of the house. */
  detail: string | null
}

const STALE: Record<StaleReason, Words> = {
  repondue: { fr: 'une personne a déjà répondu', en: 'a person has already answered' },
  en_attente: { fr: 'la demande attend toujours', en: 'the request is still waiting' },
  confirmee: {
    fr: 'la réservation est déjà confirmée',
    en: 'the reservation is already confirmed',
  },
  annulee: { fr: 'la réservation est annulée', en: 'the reservation is cancelled' },
  deplacee: { fr: 'la date a changé depuis', en: 'the date has changed since' },
  passee: { fr: 'le moment est passé', en: 'the time has passed' },
}

const GIVEN_UP: Record<GiveUp, Words> = {
  refus: { fr: 'le serveur refuse pour de bon', en: 'the server refuses for good' },
  delai: { fr: 'rien n’a abouti en 48 heures', en: 'nothing worked within 48 hours' },
  issue_inconnue: {
    fr: 'deux issues inconnues : un troisième envoi risquerait un doublon de plus',
    en: 'two unknown outcomes: a third sending would risk one more copy',
  },
  adresse: {
    fr: 'des messages à cette adresse sont revenus',
    en: 'messages to this address have come back',
  },
}

const worded = (list: Record<string, Words>, code: string | null, locale: Locale) =>
  (code !== null && list[code]?.[locale]) || (code ?? '')

const SENTENCES: Record<LedgerKind, (entry: LedgerEntry, locale: Locale) => Words> = {
  acceptee: ({ by, detail }) => ({
    fr: `accepté par ${by} : ${detail}`,
    en: `accepted by ${by}: ${detail}`,
  }),
  refusee: ({ by, detail }) => ({
    fr: `refusé par ${by} : ${detail}`,
    en: `refused by ${by}: ${detail}`,
  }),
  differee: ({ by, detail }) => ({
    fr: `${by} demande de réessayer plus tard : ${detail}`,
    en: `${by} asks to try again later: ${detail}`,
  }),
  injoignable: ({ by, detail }) => ({
    fr: `${by} est injoignable (${detail}) : rien n’est parti`,
    en: `${by} cannot be reached (${detail}): nothing left`,
  }),
  inconnue: ({ by, detail }) => ({
    fr: `connexion avec ${by} perdue après l’envoi (${detail}) : personne ne sait s’il est arrivé`,
    en: `connection with ${by} lost after sending (${detail}): nobody knows whether it arrived`,
  }),
  interrompue: () => ({
    fr: 'envoi interrompu par un arrêt du programme, repris avec le même identifiant',
    en: 'sending interrupted as the program stopped, taken up with the same identifier',
  }),
  retiree: ({ detail }, locale) => ({
    fr: `retiré avant l’envoi : ${worded(STALE, detail, locale)}`,
    en: `withdrawn before sending: ${worded(STALE, detail, locale)}`,
  }),
  abandonnee: ({ detail }, locale) => ({
    fr: `abandonné : ${worded(GIVEN_UP, detail, locale)}`,
    en: `given up: ${worded(GIVEN_UP, detail, locale)}`,
  }),
  renvoyee: ({ by, detail }) => ({
    fr: `renvoyé à la main par ${by}, à ${detail}`,
    en: `resent by hand by ${by}, to ${detail}`,
  }),
  regroupee: ({ detail }) => ({
    fr: `réuni avec d’autres dans le résumé n° ${detail}`,
    en: `gathered with others in digest no. ${detail}`,
  }),
  remise: ({ by, detail }) => ({
    fr: `remis dans la boîte du destinataire, dit ${by} (${detail})`,
    en: `delivered to the recipient’s mailbox, says ${by} (${detail})`,
  }),
  retardee: ({ by, detail }) => ({
    fr: `pas encore remis, dit ${by} : ${detail}`,
    en: `not delivered yet, says ${by}: ${detail}`,
  }),
  revenue: ({ by, detail }) => ({
    fr: `revenu : ${by} ne peut pas le remettre (${detail})`,
    en: `came back: ${by} cannot deliver it (${detail})`,
  }),
  ouverte: ({ by }) => ({
    fr: `sur la page où ${by} vient d’agir`,
    en: `on the page where ${by} has just acted`,
  }),
  jointe: ({ by }) => ({
    fr: `client joint autrement, dit ${by}`,
    en: `client reached otherwise, says ${by}`,
  }),
}

/** One entry as a sentence. */
export function ledgerLine(entry: LedgerEntry, locale: Locale): string {
  const sentence = SENTENCES[entry.kind](entry, locale)[locale]
  const attempt = locale === 'fr' ? 'Essai' : 'Attempt'
  if (entry.attempt) return `${attempt} ${entry.attempt}${locale === 'fr' ? ' :' : ':'} ${sentence}`
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

export type Fate =
  | 'preparee'
  | 'en_cours'
  | 'regroupee'
  | 'acceptee'
  | 'revenue'
  | 'reessayee'
  | 'inconnue'
  | 'abandonnee'
  | 'retiree'
  | 'publiee'
  | 'ouverte'
  | 'recue'

/** The one word for where a message stands, for staff. */
export const FATE_LABELS: Record<Fate, Words> = {
  preparee: { fr: 'Préparé, pas encore parti', en: 'Prepared, not sent yet' },
  en_cours: { fr: 'Envoi en cours', en: 'Being sent' },
  regroupee: { fr: 'Attend le prochain résumé', en: 'Waiting for the next digest' },
  acceptee: { fr: 'Accepté par un serveur de messagerie', en: 'Accepted by a mail server' },
  revenue: { fr: 'Accepté, puis revenu : non remis', en: 'Accepted, then came back undelivered' },
  reessayee: { fr: 'Pas parti, sera réessayé', en: 'Not sent, will be tried again' },
  inconnue: { fr: 'Issue inconnue, sera réessayé une fois', en: 'Outcome unknown, one more try' },
  abandonnee: { fr: 'Abandonné', en: 'Given up' },
  retiree: { fr: 'Retiré : il n’était plus vrai', en: 'Withdrawn: no longer true' },
  publiee: { fr: 'Publié sur la page du client', en: 'Published on the client’s page' },
  ouverte: { fr: 'Ouvert sur la page du client', en: 'Opened on the client’s page' },
  recue: { fr: 'Reçu du client', en: 'Received from the client' },
}

export const FATE_COLOURS = {
  preparee: 'light',
  en_cours: 'light',
  regroupee: 'light',
  acceptee: 'success',
  revenue: 'error',
  reessayee: 'warning',
  inconnue: 'warning',
  abandonnee: 'error',
  retiree: 'light',
  publiee: 'success',
  ouverte: 'success',
  recue: 'light',
} as const satisfies Record<Fate, string>

/** Where a message stands. Being opened on the page is the best that is known of any message. */
export function fateOf(message: {
  state: (typeof MESSAGE_STATES)[number]
  direction?: string | null
  unknownOutcome?: boolean | null
  digest?: boolean | null
  withdrawnAt?: string | null
  returnedAt?: string | null
  openedAt?: string | null
}): Fate {
  if (message.direction === 'entrant') return 'recue'
  if (message.openedAt) return 'ouverte'
  switch (message.state) {
    case 'a_envoyer':
      return message.digest ? 'regroupee' : 'preparee'
    case 'en_cours':
      return 'en_cours'
    case 'envoyee':
      return message.returnedAt ? 'revenue' : 'acceptee'
    case 'echouee':
      return message.unknownOutcome ? 'inconnue' : 'reessayee'
    case 'abandonnee':
      return message.withdrawnAt ? 'retiree' : 'abandonnee'
    case 'publiee':
      return 'publiee'
  }
}
