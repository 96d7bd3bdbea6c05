import type { PayloadRequest } from 'payload'
import type { Audience, Event, Notice, TemplateKey } from '@/domain/notifications'
import type { Locale } from '@/domain/status'
import type { Facts } from '@/domain/variables'
import { rescuesFor } from './alternatives'
import { factsOf, type ReservationFacts } from './facts'
import type { NoticeFacts } from './noticeFacts'

/** The reservation that an event is about. */
export type Subject = ReservationFacts & { locale: Locale; doubtful?: boolean | null }

/** One notice of an event, and all that its messages are written from. */
export type Telling = {
  event: Event
  template: TemplateKey
  to: Audience
  locale: Locale
  reservation: Subject
  known: NoticeFacts
  facts: Facts
  now: Date
}

/** A client who did not choose the end is shown what else is free. */
const OFFERS_ALTERNATIVES: ReadonlySet<Event> = new Set<Event>(['annulee', 'expiree'])

export async function tellingOf(
  req: PayloadRequest,
  { template, to }: Notice,
  about: Pick<Telling, 'event' | 'reservation' | 'known' | 'now'> & { message?: string },
): Promise<Telling> {
  const { event, reservation, known, now, message } = about
  const { parties, office } = known
  // Staff read French, a client the language of the request.
  const locale = to === 'client' ? reservation.locale : 'fr'
  const { id, slug } = parties.property
  const rescues =
    to === 'client' && OFFERS_ALTERNATIVES.has(event)
      ? await rescuesFor(req, { ...reservation, property: id, slug }, locale, now)
      : []
  const facts = factsOf({
    reservation,
    parties,
    office,
    audience: to,
    locale,
    now,
    message,
    rescues,
  })
  return { event, template, to, locale, reservation, known, facts, now }
}
