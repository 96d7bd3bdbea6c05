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

/** Properties down, days across; the frame scrolls, by keyboard too. */
export function CalendarTable(props: Props) {
  const { rows, days, today, week, caption, words, locale } = props
  if (rows.length === 0) return <p>{words.none}</p>
  const cells = byCell(props.entries, days)
  const taken = byCell(
    rows.flatMap(({ id, outside }) => outside.map((block) => ({ ...block, property: id }))),
    days,
  )
  const head = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    weekday: 'short',
    day: 'numeric',
    timeZone: env.timeZone,
  })
  return (
    <CalendarFrame label={caption}>
      <table className={`scim-table${week ? ' scim-week' : ''}`}>
        <caption>
          <span>{caption}</span>
        </caption>
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
                  outside={taken.get(`${row.id} ${day}`) ?? []}
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

type Placed = { property: number; startsAt: string; endsAt: string }

/** By property and day: each period is placed once, however many cells there are. */
function byCell<Period extends Placed>(periods: Period[], days: Day[]): Map<string, Period[]> {
  const cells = new Map<string, Period[]>()
  for (const period of periods) {
    const between = { startsAt: new Date(period.startsAt), endsAt: new Date(period.endsAt) }
    for (const day of touchedDays(between, days, env.timeZone)) {
      const key = `${period.property} ${day}`
      cells.set(key, [...(cells.get(key) ?? []), period])
    }
  }
  return cells
}
