import { localDay } from './zone'

/** A reservation as a calendar entry (RFC 5545), and what is to be done with it (RFC 5546). */

export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL'

export type CalendarEntry = {
  /** PUBLISH for whoever fetches it; REQUEST and CANCEL for a mail to the one invited. */
  method: CalendarMethod
  /** The same for one reservation for ever. */
  uid: string
  /** Never falls: a calendar keeps the highest it has seen. */
  sequence: number
  stampedAt: Date
  startsAt: Date
  endsAt: Date
  /** Set for stays, which are days of this zone and not hours. */
  days: { zone: string } | null
  title: string
  description: string
  location: string
  organizer: { name: string; email: string }
  attendee: { name: string; email: string } | null
}

const OCTETS = 75

export const utcStamp = (date: Date) => date.toISOString().replace(/[-:]|\.\d{3}/g, '')

export const escapeText = (text: string) =>
  text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n')

/** Quotes and control characters cannot be escaped in a parameter (RFC 5545 3.2). */
const parameter = (text: string) => `"${text.replace(/["\p{Cc}]/gu, ' ')}"`

/** Lines of at most 75 octets; a character is never cut in two (RFC 5545 3.1). */
export function fold(line: string): string {
  if (Buffer.byteLength(line) <= OCTETS) return line
  const lines: string[] = []
  let current = ''
  for (const character of line) {
    const most = lines.length === 0 ? OCTETS : OCTETS - 1
    if (Buffer.byteLength(current + character) > most) {
      lines.push(current)
      current = ''
    }
    current += character
  }
  return [...lines, current].join('\r\n ')
}

export function whenLines({
  startsAt,
  endsAt,
  days,
}: Pick<CalendarEntry, 'startsAt' | 'endsAt' | 'days'>): string[] {
  if (!days) return [`DTSTART:${utcStamp(startsAt)}`, `DTEND:${utcStamp(endsAt)}`]
  const day = (date: Date) => localDay(date, days.zone).replaceAll('-', '')
  return [`DTSTART;VALUE=DATE:${day(startsAt)}`, `DTEND;VALUE=DATE:${day(endsAt)}`]
}

export function calendarText(entry: CalendarEntry): string {
  const { method, organizer, attendee } = entry
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Reservations immobilieres//Reservations//FR',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${entry.uid}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${utcStamp(entry.stampedAt)}`,
    ...whenLines(entry),
    `STATUS:${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${escapeText(entry.title)}`,
    `DESCRIPTION:${escapeText(entry.description)}`,
    `LOCATION:${escapeText(entry.location)}`,
    `ORGANIZER;CN=${parameter(organizer.name)}:mailto:${organizer.email}`,
    // A published entry invites nobody (RFC 5546 3.2.1); an invited client has already said yes.
    ...(attendee && method !== 'PUBLISH'
      ? [
          `ATTENDEE;CN=${parameter(attendee.name)};PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:${attendee.email}`,
        ]
      : []),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}
