import type { Kind, Locale, Words } from './status'
import { whenInWords } from './wording'

/** What staff may alter of a reservation once it was made. Each leaves a row that stays for ever. */

export const CHANGE_KINDS = ['deplacement', 'contact', 'prolongation', 'reponse', 'note'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

export const CHANGE_LABELS: Record<ChangeKind, Words> = {
  deplacement: { fr: 'Déplacée', en: 'Moved' },
  contact: { fr: 'Coordonnées corrigées', en: 'Contact details corrected' },
  prolongation: { fr: 'Place gardée plus longtemps', en: 'Place held longer' },
  reponse: { fr: 'Répondu de vive voix', en: 'Answered in person' },
  note: { fr: 'Note interne', en: 'Internal note' },
}

/** How a person was answered outside the house; what was said there is typed in by hand. */
export const SPOKEN = ['telephone', 'whatsapp'] as const
export type Spoken = (typeof SPOKEN)[number]

export const SPOKEN_LABELS: Record<Spoken, Words> = {
  telephone: { fr: 'Répondu par téléphone', en: 'Answered by phone' },
  whatsapp: { fr: 'Répondu par WhatsApp', en: 'Answered on WhatsApp' },
}

/** What each kind of change keeps; instants are ISO 8601. A contact is the number of its record. */
export type ChangeFacts = {
  startsAt?: string
  endsAt?: string
  client?: number
  holdUntil?: string
  channel?: Spoken
  text?: string
}

/** A change in one line: what it came to, for the timeline. */
export function changeInWords(change: {
  kind: ChangeKind
  after: ChangeFacts
  reservationKind: Kind
  zone: string
  locale: Locale
}): string {
  const { kind, after, reservationKind, zone, locale } = change
  if (kind === 'reponse' && after.channel) return SPOKEN_LABELS[after.channel][locale]
  if (kind !== 'deplacement' || !after.startsAt || !after.endsAt) return CHANGE_LABELS[kind][locale]
  const when = whenInWords({
    kind: reservationKind,
    startsAt: new Date(after.startsAt),
    endsAt: new Date(after.endsAt),
    zone,
    locale,
  })
  // 'Déplacée du 4 au 8' would say that it was on the 4th and is now on the 8th.
  if (reservationKind === 'sejour')
    return locale === 'fr' ? `Nouvelles dates : ${when}` : `New dates: ${when}`
  return locale === 'fr' ? `Déplacée au ${when}` : `Moved to ${when}`
}

const HOUR = 3_600_000
export const MOST_HOURS = 72
const LONGEST_HOLD = 720 * HOUR

export type Extension = { ok: true; holdUntil: Date } | { ok: false; problem: 'heures' | 'limite' }

/**
 * Until when a place may be held when staff ask for `hours` more: never beyond the event's start,
 * nor beyond 30 days after the request, so that nobody blocks a date for ever.
 */
export function judgeExtension(asked: {
  hours: unknown
  holdUntil: Date
  startsAt: Date
  createdAt: Date
  now: Date
}): Extension {
  const { hours, holdUntil, startsAt, createdAt, now } = asked
  const more = Number.isInteger(hours) ? Number(hours) : 0
  if (more < 1 || more > MOST_HOURS) return { ok: false, problem: 'heures' }
  const base = Math.max(holdUntil.getTime(), now.getTime())
  const most = Math.min(startsAt.getTime(), createdAt.getTime() + LONGEST_HOLD)
  if (base >= most) return { ok: false, problem: 'limite' }
  return { ok: true, holdUntil: new Date(Math.min(base + more * HOUR, most)) }
}
