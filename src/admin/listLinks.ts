import { addDays, instantOf, isoWeekday, localDay } from '@/domain/zone'
import { env } from '@/env'

/** Addresses of the list with its filters, as Payload's list reads them. */

const LIST = '/admin/collections/reservations'

type Condition = { path: string; operator: string; value: string }

export function listOf(...conditions: Condition[]): string {
  const query = new URLSearchParams(
    conditions.map(({ path, operator, value }, index): [string, string] => [
      `where[and][${index}][${path}][${operator}]`,
      value,
    ]),
  )
  return conditions.length > 0 ? `${LIST}?${query.toString()}` : LIST
}

const waiting: Condition = { path: 'status', operator: 'equals', value: 'en_attente' }

export const toAnswer = () => listOf(waiting)

export const late = (now: Date) =>
  listOf(waiting, { path: 'awaitingUntil', operator: 'less_than', value: now.toISOString() })

/** What takes place from one day to another, the second left out, in the calendar of the place. */
export function between(from: string, to: string): string {
  const instant = (day: string) => instantOf(day, '00:00', env.timeZone).toISOString()
  return listOf(
    { path: 'startsAt', operator: 'greater_than_equal', value: instant(from) },
    { path: 'startsAt', operator: 'less_than', value: instant(to) },
    { path: 'status', operator: 'not_equals', value: 'annulee' },
  )
}

/** Monday to Sunday. */
export function thisWeek(now: Date): string {
  const today = localDay(now, env.timeZone)
  const monday = addDays(today, 1 - isoWeekday(today))
  return between(monday, addDays(monday, 7))
}

export const ofProperty = (id: number) =>
  listOf({ path: 'property', operator: 'equals', value: String(id) })
