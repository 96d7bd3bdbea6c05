import { PHONE_CHANNEL_LABELS, type ChannelName, type DeliveryState } from './channel'
import { ledgerLine, type GiveUp } from './ledger'
import type { StaleReason } from './relevance'
import type { Locale, Words } from './status'

/** What happened to a text on its way to a phone, in words that claim no more than is known. */

export type ChannelEvent =
  | 'acceptee'
  | 'refusee'
  | 'differee'
  | 'injoignable'
  | 'inconnue'
  | 'interrompue'
  | 'retiree'
  | 'abandonnee'
  | 'partie'
  | 'remise'
  | 'lue'
  | 'non_remise'

export const DELIVERY_STATE_LABELS: Record<DeliveryState, Words> = {
  a_envoyer: { fr: 'À envoyer', en: 'To be sent' },
  en_cours: { fr: 'Envoi en cours', en: 'Being sent' },
  acceptee: { fr: 'Accepté par le fournisseur', en: 'Accepted by the provider' },
  echouee: { fr: 'Échec, sera réessayé', en: 'Failed, will be tried again' },
  abandonnee: { fr: 'Abandonné', en: 'Given up' },
}

/** Why a text is given up, beside what ends a mail. */
export type ChannelGiveUp = GiveUp | 'canal_absent' | 'trop'
export type ChannelStale = StaleReason | 'contact'

export type ChannelEntry = {
  kind: ChannelEvent
  attempt: number | null
  /** The provider's host. */
  by: string | null
  detail: string | null
}

const CAUSES: Record<string, Words> = {
  trop_lent: { fr: 'pas de réponse à temps', en: 'no answer in time' },
  injoignable: { fr: 'pas de connexion, ou coupée', en: 'no connection, or cut' },
  trop_grand: { fr: 'réponse démesurée', en: 'an oversized answer' },
  compte_rendu: { fr: 'son compte rendu le montre', en: 'its report shows it' },
  illisible: { fr: 'réponse illisible', en: 'an unreadable answer' },
}

const OWN_GIVE_UPS: Record<Exclude<ChannelGiveUp, GiveUp>, Words> = {
  canal_absent: {
    fr: 'abandonné : ce canal n’est plus réglé',
    en: 'given up: this channel is no longer set',
  },
  trop: {
    fr: 'abandonné : trop de messages à ce numéro en un jour',
    en: 'given up: too many messages to this number in a day',
  },
}
const isOwn = (code: string | null): code is keyof typeof OWN_GIVE_UPS =>
  code !== null && code in OWN_GIVE_UPS

const reported = (by: string | null): Words => ({ fr: `, dit ${by}`, en: `, says ${by}` })
const because = (detail: string | null) => (detail ? ` (${detail})` : '')

/** What only happens on the way to a phone. */
const SENTENCES: Partial<Record<ChannelEvent, (entry: ChannelEntry) => Words>> = {
  interrompue: () => ({
    fr: 'envoi interrompu par un arrêt du programme : issue inconnue',
    en: 'sending interrupted as the program stopped: outcome unknown',
  }),
  partie: ({ by }) => ({
    fr: `parti vers le téléphone${reported(by).fr}`,
    en: `on its way to the phone${reported(by).en}`,
  }),
  remise: ({ by }) => ({
    fr: `remis au téléphone${reported(by).fr}`,
    en: `delivered to the phone${reported(by).en}`,
  }),
  lue: ({ by }) => ({ fr: `lu${reported(by).fr}`, en: `read${reported(by).en}` }),
  non_remise: ({ by, detail }) => ({
    fr: `non remis${reported(by).fr}${because(detail)}`,
    en: `not delivered${reported(by).en}${because(detail)}`,
  }),
}

/** A provider's answer as it was, or what kept it from coming. */
export const answerInWords = (answer: string | null, locale: Locale): string =>
  (answer !== null && CAUSES[answer]?.[locale]) || (answer ?? '')

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** One entry as a sentence; what happens to a mail as well is said as it is of mails. */
export function channelLine(entry: ChannelEntry, locale: Locale): string {
  const { kind, detail } = entry
  const own = SENTENCES[kind]?.(entry)[locale]
  if (own) return capital(own)
  if (kind === 'abandonnee' && isOwn(detail)) return capital(OWN_GIVE_UPS[detail][locale])
  if (kind === 'retiree' && detail === 'contact')
    return {
      fr: 'Retiré avant l’envoi : le numéro du client a été corrigé',
      en: 'Withdrawn before sending: the client’s number was corrected',
    }[locale]
  const worded = detail === null ? null : answerInWords(detail, locale)
  // as: every other kind is one of the mail's ledger.
  return ledgerLine({ ...entry, detail: worded } as Parameters<typeof ledgerLine>[0], locale)
}

export type DeliveryFacts = {
  channel: ChannelName
  state: DeliveryState
  unknownOutcome?: boolean | null
  /** ISO 8601, as the next ones. */
  acceptedAt?: string | null
  sentAt?: string | null
  deliveredAt?: string | null
  readAt?: string | null
  failedAt?: string | null
  withdrawnAt?: string | null
}

/** Who accepts and reports: an operator's gateway, or Meta. */
const BY = {
  sms: { fr: 'l’opérateur', en: 'the operator' },
  whatsapp_api: { fr: 'Meta', en: 'Meta' },
} as const

/**
 * Where a text stands, as 'SMS accepté par l’opérateur à 14 h 12'.
 * @param at writes an instant as 'à 14 h 12', or with its day where that is another one
 */
export function deliveryInWords(
  delivery: DeliveryFacts,
  locale: Locale,
  at: (iso: string) => string,
): string {
  const name = PHONE_CHANNEL_LABELS[delivery.channel][locale]
  return `${name} ${fateWords(delivery, at)[locale]}`
}

const FATE_COLOURS = { arrived: 'success', lost: 'error', open: 'warning', known: 'light' } as const

/** The same for a list: without the channel's name, and the colour that says whether to look. */
export function deliveryFate(delivery: DeliveryFacts, locale: Locale, at: (iso: string) => string) {
  const { state, deliveredAt, readAt, failedAt, withdrawnAt } = delivery
  const arrived = deliveredAt || readAt
  const lost = failedAt || (state === 'abandonnee' && !withdrawnAt)
  const colour = arrived ? 'arrived' : lost ? 'lost' : state === 'echouee' ? 'open' : 'known'
  return {
    words: capital(fateWords(delivery, at)[locale]),
    colour: FATE_COLOURS[colour],
  }
}

function fateWords(delivery: DeliveryFacts, at: (iso: string) => string): Words {
  const { state, readAt, deliveredAt, failedAt, sentAt, acceptedAt, withdrawnAt } = delivery
  const by = BY[delivery.channel]
  if (readAt) return { fr: `lu ${at(readAt)}`, en: `read ${at(readAt)}` }
  if (deliveredAt)
    return {
      fr: `remis au téléphone ${at(deliveredAt)}`,
      en: `delivered to the phone ${at(deliveredAt)}`,
    }
  if (failedAt)
    return {
      fr: `accepté, puis non remis (${at(failedAt)})`,
      en: `accepted, then not delivered (${at(failedAt)})`,
    }
  if (sentAt)
    return {
      fr: `parti vers le téléphone ${at(sentAt)}`,
      en: `on its way to the phone ${at(sentAt)}`,
    }
  if (state === 'acceptee' && acceptedAt)
    return {
      fr: `accepté par ${by.fr} ${at(acceptedAt)}`,
      en: `accepted by ${by.en} ${at(acceptedAt)}`,
    }
  if (withdrawnAt) return { fr: 'retiré : il n’était plus vrai', en: 'withdrawn: no longer true' }
  return UNSENT[state](delivery.unknownOutcome === true)
}

const UNSENT: Record<DeliveryState, (unknown: boolean) => Words> = {
  a_envoyer: () => ({ fr: 'préparé, pas encore parti', en: 'prepared, not sent yet' }),
  en_cours: () => ({ fr: 'en cours d’envoi', en: 'being sent' }),
  acceptee: () => ({ fr: 'accepté', en: 'accepted' }),
  echouee: (unknown) =>
    unknown
      ? { fr: 'à l’issue inconnue, sera réessayé une fois', en: 'outcome unknown, one more try' }
      : { fr: 'pas parti, sera réessayé', en: 'not sent, will be tried again' },
  abandonnee: () => ({ fr: 'abandonné', en: 'given up' }),
}
