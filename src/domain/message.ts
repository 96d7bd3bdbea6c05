import type { GiveUp, LedgerKind } from './ledger'
import type { Words } from './status'

/** The words for what became of a message. None claims more than is known. */

export const MESSAGE_STATES = [
  'a_envoyer',
  'en_cours',
  'envoyee',
  'echouee',
  'abandonnee',
  'publiee',
] as const

export type MessageState = (typeof MESSAGE_STATES)[number]

export const MESSAGE_STATE_LABELS: Record<MessageState, Words> = {
  a_envoyer: { fr: 'À envoyer', en: 'To be sent' },
  en_cours: { fr: 'Envoi en cours', en: 'Being sent' },
  envoyee: { fr: 'Accepté par le serveur de messagerie', en: 'Accepted by the mail server' },
  echouee: { fr: 'Échec, sera réessayé', en: 'Failed, will be tried again' },
  abandonnee: { fr: 'Abandonné', en: 'Given up' },
  publiee: { fr: 'Publié sur la page du client', en: 'Published on the client’s page' },
}

export const CHANNELS = ['email', 'espace', 'whatsapp'] as const
export type Channel = (typeof CHANNELS)[number]

export const CHANNEL_LABELS: Record<Channel, Words> = {
  email: { fr: 'E-mail', en: 'E-mail' },
  espace: { fr: 'Page du client', en: 'Client’s page' },
  whatsapp: { fr: 'WhatsApp', en: 'WhatsApp' },
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Waits after the first, second, third … failed attempt. */
const WAITS = [1, 5, 15, 60].map((minutes) => minutes * MINUTE)
const LATER = 4 * HOUR
const LIMIT = 48 * HOUR

/**
 * When a message that failed is tried again, or null when it is given up: the last attempt lies
 * within 48 hours of the event.
 * @param attempts how often it was tried so far, at least 1
 * @param jitter 0 to 1: spreads retries by up to a fifth of the wait, never earlier
 * @param atLeast milliseconds that must pass before it, whatever the attempt
 */
export function nextAttempt(message: {
  attempts: number
  queuedAt: Date
  now: Date
  jitter: number
  atLeast?: number
}): Date | null {
  const wait = Math.max(WAITS[message.attempts - 1] ?? LATER, message.atLeast ?? 0)
  const at = message.now.getTime() + wait * (1 + message.jitter / 5)
  return at <= message.queuedAt.getTime() + LIMIT ? new Date(at) : null
}

/**
 * What one attempt to hand a message to a mail server came to; `cause` is a code of the network.
 * `shut`: the server refused us and never looked at the message, as with a password it does not know.
 */
export type Outcome =
  | { kind: 'accepted'; answer: string }
  | { kind: 'refused'; answer: string; permanent: boolean }
  | { kind: 'shut'; answer: string }
  | { kind: 'unsent'; cause: string }
  | { kind: 'unknown'; cause: string }

export type Verdict =
  | { state: 'envoyee'; answer: string }
  | { state: 'echouee'; error: string; nextAttemptAt: Date; unknown: boolean }
  | { state: 'abandonnee'; error: string; because: GiveUp }

/** What becomes of the message. An unknown outcome is tried once more, with the same Message-ID. */
export function judgeOutcome(
  outcome: Outcome,
  message: {
    attempts: number
    unknownBefore: boolean
    queuedAt: Date
    now: Date
    jitter: number
  },
): Verdict {
  if (outcome.kind === 'accepted') return { state: 'envoyee', answer: outcome.answer }
  const error = errorOf(outcome)
  if (outcome.kind === 'refused' && outcome.permanent)
    return { state: 'abandonnee', error, because: 'refus' }
  if (outcome.kind === 'unknown' && message.unknownBefore)
    return { state: 'abandonnee', error, because: 'issue_inconnue' }
  const again = nextAttempt(message)
  if (!again) return { state: 'abandonnee', error, because: 'delai' }
  return { state: 'echouee', error, nextAttemptAt: again, unknown: outcome.kind === 'unknown' }
}

function errorOf(outcome: Exclude<Outcome, { kind: 'accepted' }>): string {
  if ('answer' in outcome) return outcome.answer
  return outcome.kind === 'unsent'
    ? `Serveur de messagerie injoignable (${outcome.cause}).`
    : `Connexion perdue après l’envoi (${outcome.cause}) : issue inconnue.`
}

/** The ledger's name for what one attempt came to. */
export function ledgerKindOf(
  outcome: Outcome,
): Extract<LedgerKind, 'acceptee' | 'refusee' | 'differee' | 'injoignable' | 'inconnue'> {
  if (outcome.kind === 'accepted') return 'acceptee'
  if (outcome.kind === 'shut') return 'refusee'
  if (outcome.kind === 'refused') return outcome.permanent ? 'refusee' : 'differee'
  return outcome.kind === 'unsent' ? 'injoignable' : 'inconnue'
}
