import { calendarOf } from '@/messaging/calendar'
import { partiesOf } from '@/messaging/parties'
import { agencyNow } from './agency'
import { outside } from './payload'
import { rowOfToken } from './tracking'

/** The calendar entry of a confirmed reservation (RFC 5545), or null: a request is no appointment. */
export async function calendarEntry(
  token: string,
): Promise<{ reference: string; text: string } | null> {
  const row = await rowOfToken(token)
  if (!row || row.status !== 'confirmee') return null
  const parties = await partiesOf(await outside(), row.id)
  return {
    reference: row.reference,
    text: calendarOf({
      reservation: row,
      parties,
      agency: await agencyNow(),
      locale: row.locale,
      method: 'PUBLISH',
      sequence: row.history.length + row.changeCount,
      stampedAt: new Date(row.history.at(-1)?.at ?? row.createdAt),
    }),
  }
}
