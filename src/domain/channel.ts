import type { GiveUp } from './ledger'
import { nextAttempt } from './message'
import type { TemplateKey } from './notifications'
import type { Words } from './status'

/**
 * Ways to tell a client beside the mail and the page: a provider carries a short text to a phone. What
 * the provider has accepted has not arrived, and each word below says which of the two is known.
 */

export const CHANNEL_NAMES = ['whatsapp_api', 'sms'] as const
export type ChannelName = (typeof CHANNEL_NAMES)[number]

export const PHONE_CHANNEL_LABELS: Record<ChannelName, Words> = {
  whatsapp_api: { fr: 'WhatsApp', en: 'WhatsApp' },
  sms: { fr: 'SMS', en: 'SMS' },
}

type Carried = 'toujours' | 'sans_email'

/**
 * Which messages to a client go to the phone as well. The words of the team reach whoever has an
 * e-mail address by mail.
 */
const CARRIED: Partial<Record<TemplateKey, Carried>> = {
  accuse_reception: 'toujours',
  confirmation: 'toujours',
  annulation: 'toujours',
  retard_client: 'toujours',
  expiration: 'toujours',
  rappel_visite: 'toujours',
  nouveau_message: 'sans_email',
}

export function isCarried(template: TemplateKey, hasEmail: boolean): boolean {
  const when = CARRIED[template]
  return when === 'toujours' || (when === 'sans_email' && !hasEmail)
}

/** What a channel says in its own way: the facts of one message to a client. */
export type PhoneNotice = {
  template: TemplateKey
  locale: 'fr' | 'en'
  reference: string
  /** The promised time, in words. */
  deadline: string
  /** When the reservation takes place, in words. */
  when: string
  /** The client's own page. */
  link: string
}

/** So many to one number within a day: more is no news but somebody's abuse of a form. */
export const MOST_A_DAY = 15

export const DELIVERY_STATES = [
  'a_envoyer',
  'en_cours',
  'acceptee',
  'echouee',
  'abandonnee',
] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** What one attempt to hand a text to a provider came to; `cause` is a code. */
export type ChannelOutcome =
  | { kind: 'accepted'; providerId: string; answer: string }
  | { kind: 'refused'; answer: string; permanent: boolean; waitSeconds?: number }
  | { kind: 'unsent'; cause: string }
  | { kind: 'unknown'; cause: string }

export type ChannelVerdict =
  | { state: 'acceptee' }
  | { state: 'echouee'; nextAttemptAt: Date; unknown: boolean }
  | { state: 'abandonnee'; because: GiveUp }

/** No provider drops a second copy. Its report, which names ours, comes well within this time. */
const REPORT_WAIT = 10 * 60_000

/**
 * What becomes of a text. An unknown outcome is tried once more, but only when the provider has had
 * time to report that it has the first.
 */
export function judgeCall(
  outcome: ChannelOutcome,
  delivery: {
    attempts: number
    unknownBefore: boolean
    queuedAt: Date
    now: Date
    jitter: number
  },
): ChannelVerdict {
  if (outcome.kind === 'accepted') return { state: 'acceptee' }
  if (outcome.kind === 'refused' && outcome.permanent)
    return { state: 'abandonnee', because: 'refus' }
  const unknown = outcome.kind === 'unknown'
  if (unknown && delivery.unknownBefore) return { state: 'abandonnee', because: 'issue_inconnue' }
  const asked = outcome.kind === 'refused' ? (outcome.waitSeconds ?? 0) * 1000 : 0
  const again = nextAttempt({ ...delivery, atLeast: unknown ? REPORT_WAIT : asked })
  return again
    ? { state: 'echouee', nextAttemptAt: again, unknown }
    : { state: 'abandonnee', because: 'delai' }
}

/** Seconds that a `Retry-After` asks for (RFC 9110 10.2.3): a number, or a date. */
export function retryAfterSeconds(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined
  const seconds = /^\d{1,9}$/.test(header.trim())
    ? Number(header)
    : Math.ceil((Date.parse(header) - now.getTime()) / 1000)
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined
}

/** A provider's HTTP answer to a call. */
export type Answered = { status: number; text: string; retryAfter: string | undefined }

/** The number of a row as it came back to us, or null when it is none. */
export const deliveryNumber = (text: string | null | undefined): number | null =>
  text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null

/** What a provider reports after it has accepted a text. */
export const REPORTS = ['partie', 'remise', 'lue', 'non_remise'] as const
export type ReportKind = (typeof REPORTS)[number]

export type ChannelReport = {
  kind: ReportKind
  providerId: string
  /** The number of our row, as we gave it to the provider with the text. */
  delivery: number | null
  /** Whose phone, as the provider writes it. */
  to: string
  /** The provider's clock, or null where it tells none. */
  at: Date | null
  /** Why it did not arrive: a code and the provider's words. */
  detail: string | null
}

/** A provider's own words, without numbers of phones. */
export const withoutPhones = (words: string) =>
  words.replace(/\+?\d[\d\s.-]{5,}\d/g, '…').slice(0, 300)
