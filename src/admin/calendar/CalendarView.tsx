import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { StaffView } from '@/admin/StaffView'
import { VIEW_TITLES } from '@/admin/viewTitles'
import { rangeAround } from '@/domain/calendarRange'
import { dayInWords } from '@/domain/wording'
import { addDays, instantOf, localDay } from '@/domain/zone'
import { env } from '@/env'
import { calendarFacts } from './calendarFacts'
import { CalendarLegend } from './CalendarLegend'
import { CalendarTable } from './CalendarTable'
import { calendarWords } from './words'

const PATH = '/admin/calendrier'

/** Month or week over the properties one manages, made on the server: no script is needed. */
export function CalendarView(props: AdminViewServerProps) {
  return (
    <StaffView {...props} title={VIEW_TITLES['/calendrier']}>
      {async ({ req, locale, owner }) => {
        const words = calendarWords(locale)
        const today = localDay(new Date(), env.timeZone)
        const view = props.searchParams?.vue === 'semaine' ? 'semaine' : 'mois'
        const range = rangeAround(view, props.searchParams?.jour, today)
        const facts = await calendarFacts(req, owner, range)
        const named = (day: string) =>
          dayInWords(instantOf(day, '12:00', env.timeZone), env.timeZone, locale)
        const link = (which: string, jour: string) => `${PATH}?vue=${which}&jour=${jour}`
        const steps = [
          { label: `‹ ${words.before}`, href: link(view, range.before) },
          { label: words.today, href: link(view, today) },
          { label: `${words.after} ›`, href: link(view, range.after) },
          { label: words.month, href: link('mois', range.from), current: view === 'mois' },
          { label: words.week, href: link('semaine', range.from), current: view === 'semaine' },
        ]
        return (
          <>
            <ul className="scim-presets">
              {steps.map(({ label, href, current }) => (
                <li key={label}>
                  <Link href={href} prefetch={false} aria-current={current ? true : undefined}>
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
            <CalendarLegend words={words} />
            <CalendarTable
              {...facts}
              days={range.days}
              today={today}
              week={view === 'semaine'}
              caption={words.caption(named(range.from), named(addDays(range.to, -1)))}
              words={words}
              locale={locale}
            />
          </>
        )
      }}
    </StaffView>
  )
}
