import { touchedDays } from '@/domain/calendarRange'
import type { Locale } from '@/domain/status'
import { instantOf, type Day } from '@/domain/zone'
import { env } from '@/env'
import { CalendarCell } from './CalendarCell'
import { CalendarFrame } from './CalendarFrame.client'
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

const periodOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
})

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
    <CalendarFrame label={caption}>
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
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.title}</th>
              {days.map((day) => (
                <CalendarCell
                  key={day}
                  day={day}
                  closed={row.closed.find(({ from, to }) => from <= day && day <= to) ?? null}
                  outside={row.outside.filter(
                    (block) => touchedDays(periodOf(block), [day], env.timeZone).length > 0,
                  )}
                  entries={cells.get(`${row.id} ${day}`) ?? []}
                  week={week}
                  words={words}
                  locale={locale}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </CalendarFrame>
  )
}

/** By property and day. */
function byCell(entries: Entry[], days: Day[]): Map<string, Entry[]> {
  const cells = new Map<string, Entry[]>()
  for (const entry of entries)
    for (const day of touchedDays(periodOf(entry), days, env.timeZone)) {
      const key = `${entry.property} ${day}`
      cells.set(key, [...(cells.get(key) ?? []), entry])
    }
  return cells
}
