import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import type { Agency } from '@/domain/agency'
import { calendarText, type CalendarMethod } from '@/domain/calendarEntry'
import type { TemplateKey } from '@/domain/notifications'
import { fullAddress } from '@/domain/propertyName'
import { KIND_LABELS, type Locale } from '@/domain/status'
import { env } from '@/env'
import { trackingUrl, type ReservationFacts } from './facts'
import type { Parties } from './parties'

type Appointment = Pick<ReservationFacts, 'reference' | 'kind' | 'startsAt' | 'endsAt'>

/** The calendar entry of a reservation, the same for whoever fetches it and whoever is mailed. */
export function calendarOf(entry: {
  reservation: Appointment
  parties: Pick<Parties, 'property' | 'trackingVersion'>
  agency: Agency
  locale: Locale
  method: CalendarMethod
  sequence: number
  stampedAt: Date
  attendee?: { name: string; email: string }
}): string {
  const { reservation, parties, agency, locale, attendee, ...rest } = entry
  const { property, trackingVersion } = parties
  const { reference, kind } = reservation
  return calendarText({
    ...rest,
    uid: `${reference}@${new URL(env.serverUrl).hostname}`,
    startsAt: new Date(reservation.startsAt),
    endsAt: new Date(reservation.endsAt),
    days: kind === 'sejour' ? { zone: env.timeZone } : null,
    title: `${KIND_LABELS[kind][locale]}${locale === 'fr' ? ' :' : ':'} ${property.title}`,
    description: `${reference}\n${trackingUrl({ reference, trackingVersion }, locale)}`,
    location: fullAddress(property),
    organizer: { name: agency.name[locale], email: env.contactEmail },
    attendee: attendee ?? null,
  })
}

const METHODS: Partial<Record<TemplateKey, CalendarMethod>> = {
  confirmation: 'REQUEST',
  rappel_visite: 'REQUEST',
  annulation: 'CANCEL',
}

/** What a mail to the client does in their calendar, or null: only what was confirmed is in it. */
export async function calendarFor(
  req: PayloadRequest,
  mail: {
    template: TemplateKey
    reservation: Appointment & { id: number }
    parties: Parties
    agency: Agency
    locale: Locale
    now: Date
    to: { name: string; email: string }
  },
): Promise<string | null> {
  const method = METHODS[mail.template]
  if (!method) return null
  const [history] = await rowsOf<{ steps: number; confirmed: boolean | null }>(
    req,
    sql`select count(*)::int + (select coalesce(changes, 0)::int from reservations
            where id = ${mail.reservation.id}) as steps, bool_or("to" = 'confirmee') as confirmed
        from status_history where reservation_id = ${mail.reservation.id}`,
  )
  if (!history?.confirmed) return null
  return calendarOf({
    reservation: mail.reservation,
    parties: mail.parties,
    agency: mail.agency,
    locale: mail.locale,
    method,
    sequence: history.steps,
    stampedAt: mail.now,
    attendee: mail.to,
  })
}
