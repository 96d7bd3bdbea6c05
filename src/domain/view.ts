import type { MessageState } from './message'
import type { PromiseState } from './promise'
import type { Actor, Kind, Locale, Reason, Status } from './status'

/** What the client site shows, as CONTRACT fixes it. Instants are ISO 8601; a stay's dates are days. */

export type TimelineEntry = {
  at: string
  status: Status
  label: string
  actor: Actor
  reason: Reason | null
}

export type MessageView = {
  at: string
  direction: 'sortant' | 'entrant'
  subject: string | null
  text: string
  state: MessageState
}

export type Support = {
  /** Whole minutes promised when the request was made. */
  slaMinutes: number
  contactEmail: string
  /** Null where no number is set: then nothing shows WhatsApp at all. */
  whatsappUrl: string | null
}

export type ReservationView = {
  reference: string
  status: Status
  statusLabel: string
  kind: Kind
  property: { title: string; slug: string; district: string }
  startsAt: string
  endsAt: string
  createdAt: string
  promise: { respondBy: string; respondedAt: string | null; state: PromiseState }
  support: Support
  timeline: TimelineEntry[]
  messages: MessageView[]
}

export type Receipt = { reservation: ReservationView; trackingUrl: string }

/** What the client's own page adds to the public view. */
export type ReservationPage = Receipt & {
  locale: Locale
  statusReason: Reason | null
  statusNote: string | null
  client: { name: string; phone: string; email: string | null }
  note: string | null
  property: PropertyCard
  holdUntil: string | null
  /** Short form of the history's last hash: 'A1B2-C3D4-E5F6'. */
  fingerprint: string
  contactPhone: string | null
  /** Where to come to, as the confirmation says it; null until then. */
  address: string | null
  /** The end of its link, which opens it; its forms and the API carry it. */
  token: string
}

export type Photo = {
  url: string
  width: number
  height: number
  alt: string
  /** The other sizes of the same photo, for the browser to choose from (HTML `srcset`). */
  srcSet?: string
}

export type PropertyCard = {
  id: number
  title: string
  slug: string
  city: string
  district: string
  kinds: Kind[]
  /** Whole units of the agency's currency, or null when asked for. */
  price: number | null
  priceUnit: 'nuit' | 'mois' | 'vente' | null
  photo: Photo | null
}

export type PropertyDetail = PropertyCard & {
  description: string
  address: string | null
  photos: Photo[]
  slotMinutes: number
}

export type SlotView = { startsAt: string; endsAt: string; free: boolean }
export type Period = { startsAt: string; endsAt: string }

export type FieldError = { path: string; message: string }

/** The answer to a request, by HTTP status. Nothing a client can send ends otherwise. */
export type RequestAnswer =
  | { status: 200 | 201; body: Receipt }
  | { status: 400 | 422; body: { errors: FieldError[] } }
  | { status: 409; body: { errors: FieldError[]; alternatives: Period[] } }
  | { status: 429; body: { errors: FieldError[] }; retryAfterSeconds: number }
