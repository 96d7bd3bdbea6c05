import { escapeText, fold, utcStamp, whenLines } from './calendarEntry'
import { KIND_LABELS, type Kind, type Status } from './status'

/**
 * Reservations as a calendar that other programs subscribe to (RFC 5545, RFC 7986). Staff read it,
 * so it is French. Without METHOD: DTSTAMP is then when the entry was last revised (3.8.7.2).
 */

export type FeedEntry = {
  reference: string
  status: Exclude<Status, 'annulee'>
  kind: Kind
  startsAt: Date
  endsAt: Date
  revisedAt: Date
  /** Never falls for one reservation. */
  sequence: number
  property: { title: string; district: string; city: string }
  /** Only where whoever owns the calendar asked for it; a phone or an address never stands here. */
  clientName: string | null
  /** Where staff open the reservation. */
  link: string
}

const STATE = {
  en_attente: { status: 'TENTATIVE', words: 'En attente' },
  confirmee: { status: 'CONFIRMED', words: 'Confirmée' },
} as const

function eventLines(entry: FeedEntry, host: string, zone: string): string[] {
  const { property, clientName } = entry
  const { status, words } = STATE[entry.status]
  const title = [words, KIND_LABELS[entry.kind].fr, property.title, clientName]
  const days = entry.kind === 'sejour' ? { zone } : null
  return [
    'BEGIN:VEVENT',
    `UID:${entry.reference}@${host}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${utcStamp(entry.revisedAt)}`,
    `LAST-MODIFIED:${utcStamp(entry.revisedAt)}`,
    ...whenLines({ startsAt: entry.startsAt, endsAt: entry.endsAt, days }),
    `STATUS:${status}`,
    'TRANSP:OPAQUE',
    `SUMMARY:${escapeText(title.filter(Boolean).join(' · '))}`,
    `DESCRIPTION:${escapeText(`${entry.reference}\n${entry.link}`)}`,
    `LOCATION:${escapeText(`${property.district}, ${property.city}`)}`,
    `URL:${entry.link}`,
    'END:VEVENT',
  ]
}

/** @param zone of the properties: the days of a stay are days there */
export function calendarFeed(
  entries: readonly FeedEntry[],
  feed: { name: string; host: string; zone: string },
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Reservations immobilieres//Reservations//FR',
    'CALSCALE:GREGORIAN',
    `NAME:${escapeText(feed.name)}`,
    `X-WR-CALNAME:${escapeText(feed.name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
    'X-PUBLISHED-TTL:PT15M',
    ...entries.flatMap((entry) => eventLines(entry, feed.host, feed.zone)),
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}
