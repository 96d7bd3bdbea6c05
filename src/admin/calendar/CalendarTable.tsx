import Link from 'next/link'
import type { Locale } from '@/domain/status'
import { addDays, instantOf, localDay, localTime, type Day } from '@/domain/zone'
import { env } from '@/env'
import type { Entry, Row } from './calendarFacts'
import type { CalendarWords } from './words'

type Props = {
  rows: Row[]
  entries: Entry[]
  days: Day[]
  today: Day
  week: boolean
  caption: string
  words: CalendarWords
  locale: Locale
}

/** Properties down, days across; the frame scrolls, by keyboard too. */
export function CalendarTable(props: Props) {
  const { rows, days, today, week, caption, words, locale } = props
  if (rows.length === 0) return <p>{words.none}</p>
  const cells = byCell(props.entries, days)
  const head = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    weekday: 'short',
    day: 'numeric',
    timeZone: env.timeZone,
  })
  return (
    <div className="scim-calendar" role="region" aria-label={caption} tabIndex={0}>
      <table className={`scim-table${week ? ' scim-week' : ''}`}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.property}</th>
            {days.map((day) => (
              <th key={day} scope="col" className={day === today ? 'scim-today' : undefined}>
                {head.format(instantOf(day, '12:00', env.timeZone))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, title, closed }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              {days.map((day) => {
                const shut = closed.some(({ from, to }) => from <= day && day <= to)
                return (
                  <td key={day} className={shut ? 'scim-closed' : undefined}>
                    {shut && <small>{words.closed}</small>}
                    {cells.get(`${id} ${day}`)?.map((entry) => (
                      <EntryLink key={entry.id} entry={entry} week={week} words={words} />
                    ))}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function EntryLink({ entry, week, words }: { entry: Entry; week: boolean; words: CalendarWords }) {
  const { id, reference, status, kind, startsAt, client } = entry
  const time = kind === 'sejour' ? words.stay : localTime(new Date(startsAt), env.timeZone)
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

/** A stay stands in the cell of each of its nights, an appointment in that of its day. */
function byCell(entries: Entry[], days: Day[]): Map<string, Entry[]> {
  const cells = new Map<string, Entry[]>()
  const [first = '', last = ''] = [days[0], days.at(-1)]
  for (const entry of entries) {
    const from = localDay(new Date(entry.startsAt), env.timeZone)
    const end =
      entry.kind === 'sejour' ? addDays(localDay(new Date(entry.endsAt), env.timeZone), -1) : from
    for (let day = from < first ? first : from; day <= end && day <= last; day = addDays(day, 1)) {
      const key = `${entry.property} ${day}`
      cells.set(key, [...(cells.get(key) ?? []), entry])
    }
  }
  return cells
}
