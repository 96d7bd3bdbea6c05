import Link from 'next/link'
import type { Locale } from '@/domain/status'
import { clockTime, unbroken } from '@/domain/wording'
import { instantOf, type Day } from '@/domain/zone'
import { env } from '@/env'
import type { Entry, Outside, Row } from './calendarFacts'
import type { CalendarWords } from './words'

type Shown = { week: boolean; words: CalendarWords; locale: Locale }
type Props = Shown & {
  day: Day
  closed: Row['closed'][number] | null
  outside: Outside[]
  entries: Entry[]
}

const clock = (iso: string, locale: Locale) =>
  unbroken(clockTime(new Date(iso), env.timeZone, locale))

/** One property's day: closed or not, taken elsewhere, held and confirmed. */
export function CalendarCell({ day, closed, outside, entries, ...shown }: Props) {
  const { week, words } = shown
  return (
    <td className={closed ? 'scim-closed' : undefined}>
      {closed && (
        <small>{week && closed.reason ? words.closedFor(closed.reason) : words.closed}</small>
      )}
      {outside.map((block, index) => (
        <OutsideMark key={index} block={block} day={day} {...shown} />
      ))}
      {entries.map((entry) => (
        <EntryLink key={entry.id} entry={entry} {...shown} />
      ))}
    </td>
  )
}

/** With the hour on the day it begins; guests’ nights and whole days have none. */
function OutsideMark({ block, day, words, locale }: Shown & { block: Outside; day: Day }) {
  const from = new Date(block.startsAt)
  const wholeDay = from <= instantOf(day, '00:00', env.timeZone)
  const name = block.calendar ?? words.unnamed
  const text = wholeDay ? name : `${clock(block.startsAt, locale)} ${name}`
  return (
    <span className="scim-entry scim-outside" title={`${text} · ${words.elsewhere}`}>
      <span aria-hidden="true">↗</span> {text}
      <span className="scim-hidden">, {words.elsewhere}</span>
    </span>
  )
}

function EntryLink({ entry, week, words, locale }: Shown & { entry: Entry }) {
  const { id, reference, status, kind, startsAt, client } = entry
  const time = kind === 'sejour' ? words.stay : clock(startsAt, locale)
  const state = status === 'confirmee' ? words.confirmed : words.held
  return (
    <Link
      className={`scim-entry scim-entry-${status}`}
      href={`/admin/collections/reservations/${id}`}
      prefetch={false}
      title={`${reference} · ${client} · ${state}`}
    >
      <span aria-hidden="true">{status === 'confirmee' ? '✓' : '?'}</span> {time}
      {week && ` ${client}`}
      <span className="scim-hidden">
        {week ? '' : ` ${client}`}, {state}
      </span>
    </Link>
  )
}
