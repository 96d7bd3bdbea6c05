import { createEvent, type DateTime } from 'ics'
import { KIND_LABELS } from '@/domain/status'
import { localDay } from '@/domain/zone'
import { env } from '@/env'
import { rowOfToken } from './tracking'

/** The calendar entry of a confirmed reservation (RFC 5545), or null: a request is no appointment. */
export async function calendarEntry(
  token: string,
): Promise<{ reference: string; text: string } | null> {
  const row = await rowOfToken(token)
  if (!row || row.status !== 'confirmee') return null
  const stay = row.kind === 'sejour'
  const partsOf = (instant: string): DateTime => {
    const date = new Date(instant)
    if (stay) {
      const [year = 0, month = 0, day = 0] = localDay(date, env.timeZone).split('-').map(Number)
      return [year, month, day]
    }
    return [
      date.getUTCFullYear(),
      date.getUTCMonth() + 1,
      date.getUTCDate(),
      date.getUTCHours(),
      date.getUTCMinutes(),
    ]
  }
  const { error, value } = createEvent({
    uid: `${row.reference}@${new URL(env.serverUrl).hostname}`,
    productId: 'scim-reservation',
    method: 'PUBLISH',
    status: 'CONFIRMED',
    sequence: row.history.length + row.changeCount,
    start: partsOf(row.startsAt),
    end: partsOf(row.endsAt),
    startInputType: 'utc',
    endInputType: 'utc',
    title: `${KIND_LABELS[row.kind][row.locale]} : ${row.property.title}`,
    description: row.reference,
    location: row.property.district,
  })
  if (error || !value) throw error ?? new Error('no calendar entry was made')
  return { reference: row.reference, text: value }
}
