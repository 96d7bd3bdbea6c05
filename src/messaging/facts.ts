import type { PhoneNotice } from '@/domain/channel'
import type { Audience, TemplateKey } from '@/domain/notifications'
import { readablePhone } from '@/domain/phone'
import { neverOpens } from '@/domain/promise'
import { fullAddress } from '@/domain/propertyName'
import {
  KIND_LABELS,
  ENDED_LABELS,
  STATUS_LABELS,
  type Kind,
  type Locale,
  type Reason,
  type Status,
} from '@/domain/status'
import type { Facts } from '@/domain/variables'
import { clientText, whatsappLink } from '@/domain/whatsapp'
import { delayInWords, whenInWords, writtenDeadline } from '@/domain/wording'
import { env } from '@/env'
import { trackingToken } from '@/secrets'
import type { Rescue } from './alternatives'
import type { Office } from './office'
import type { Parties } from './parties'

/** The columns of a reservation that messages speak of; instants as ISO 8601. */
export type ReservationFacts = {
  id: number
  reference: string
  status: Status
  statusReason?: Reason | null
  statusNote?: string | null
  kind: Kind
  startsAt: string
  endsAt: string
  note?: string | null
  respondBy: string
  holdUntil: string
  slaMinutes: number
}

/** The address of the client's own page. Whoever has it may open, cancel and write. */
export function trackingUrl(
  reservation: { reference: string; trackingVersion: number },
  locale: Locale,
): string {
  return `${env.serverUrl}${locale === 'en' ? '/en' : ''}/suivi/${trackingToken(reservation)}`
}

/**
 * Every variable of the templates, for one reader. What a reader may not know is not there: the
 * client's page is not linked for owners, nor the admin panel for clients.
 */
export function factsOf(input: {
  reservation: ReservationFacts
  parties: Parties
  office: Office
  audience: Audience
  locale: Locale
  now: Date
  message?: string
  rescues?: readonly Rescue[]
}): Facts {
  const { reservation, parties, office, audience, locale, now } = input
  const { property, client } = parties
  const instant = (iso: string) => writtenDeadline(new Date(iso), now, env.timeZone, locale)
  const forClient = audience === 'client'
  return {
    reference: reservation.reference,
    client_nom: client.name,
    client_telephone: readablePhone(client.phone),
    client_email: client.email ?? undefined,
    bien: property.title,
    adresse: fullAddress(property),
    type_demande: KIND_LABELS[reservation.kind][locale],
    quand: whenInWords({
      kind: reservation.kind,
      startsAt: new Date(reservation.startsAt),
      endsAt: new Date(reservation.endsAt),
      zone: env.timeZone,
      locale,
    }),
    echeance: instant(reservation.respondBy),
    delai: delayInWords(reservation.slaMinutes, { inHours: !neverOpens(office.hours), locale }),
    // Why it ended says by whom: 'Annulée' alone leaves a client to wonder.
    statut: (reservation.statusReason
      ? ENDED_LABELS[reservation.statusReason]
      : STATUS_LABELS[reservation.status])[locale],
    motif: reservation.statusNote ?? undefined,
    note_client: reservation.note ?? undefined,
    lien_suivi: forClient
      ? trackingUrl({ ...reservation, trackingVersion: parties.trackingVersion }, locale)
      : undefined,
    lien_whatsapp: forClient
      ? (whatsappLink(env.whatsappPhone, clientText(reservation.reference, locale)) ?? undefined)
      : undefined,
    lien_admin: forClient
      ? undefined
      : `${env.serverUrl}/admin/collections/reservations/${reservation.id}`,
    ...officeFacts(office, locale),
    expire_le: instant(reservation.holdUntil),
    texte_message: input.message,
    alternatives: input.rescues?.map(({ words, url }) => `${words} ${url}`).join('\n'),
  }
}

/** What every message may say of the office. */
export const officeFacts = ({ agency, contactPhone }: Office, locale: Locale): Facts => ({
  agence: agency.name[locale],
  contact_email: env.contactEmail,
  contact_telephone: contactPhone ? readablePhone(contactPhone) : undefined,
})

/** What a text to the client's phone is written from. */
export const phoneNotice = (template: TemplateKey, locale: Locale, facts: Facts): PhoneNotice => ({
  template,
  locale,
  reference: facts.reference ?? '',
  deadline: facts.echeance ?? '',
  when: facts.quand ?? '',
  link: facts.lien_suivi ?? '',
})
