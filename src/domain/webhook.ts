import type { Event } from './notifications'
import type { Kind, Reason, Status, Words } from './status'

/** What other programs are told: which events, in which shape, and signed how. */

export const WEBHOOK_EVENTS = [
  'demandee',
  'confirmee',
  'annulee',
  'deplacee',
  'en_retard',
  'message',
] as const
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

export const WEBHOOK_EVENT_LABELS: Record<WebhookEvent, Words> = {
  demandee: { fr: 'Réservation demandée', en: 'Reservation requested' },
  confirmee: { fr: 'Réservation confirmée', en: 'Reservation confirmed' },
  annulee: { fr: 'Réservation annulée', en: 'Reservation cancelled' },
  deplacee: { fr: 'Réservation déplacée', en: 'Reservation moved' },
  en_retard: { fr: 'Délai de réponse dépassé', en: 'Promised time passed' },
  message: { fr: 'Message écrit', en: 'Message written' },
}

/** Reminders are between the house and its people: no program hears of them. */
const ANNOUNCED: Partial<Record<Event, WebhookEvent>> = {
  demandee: 'demandee',
  confirmee: 'confirmee',
  annulee: 'annulee',
  annulee_par_client: 'annulee',
  expiree: 'annulee',
  deplacee: 'deplacee',
  delai_passe: 'en_retard',
  message_du_client: 'message',
  message_de_l_equipe: 'message',
}

export const webhookEventOf = (event: Event): WebhookEvent | null => ANNOUNCED[event] ?? null

/** A reservation as programs see it: nothing of the client, no words of anybody. */
export type ProgramView = {
  reference: string
  status: Status
  statusReason: Reason | null
  kind: Kind
  property: { title: string; slug: string; district: string }
  /** ISO 8601 instants; of a stay, days. */
  startsAt: string
  endsAt: string
  createdAt: string
  respondBy: string
  respondedAt: string | null
}

/** What is signed: the time stamp (Unix seconds), a dot, and the body as it is sent. */
export const signedText = (timestamp: number, body: string) => `${timestamp}.${body}`

export const signatureHeader = (timestamp: number, signature: string) =>
  `t=${timestamp},v1=${signature}`

/** What one call came to. Any 2xx is a yes; a redirect is not followed, so it is a no. */
export const isDelivered = (status: number) => status >= 200 && status < 300

/** The receiver says that it is gone for good (RFC 9110 15.5.11): asking again is pointless. */
export const isGone = (status: number) => status === 410
