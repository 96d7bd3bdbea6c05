import Link from 'next/link'
import { between } from '@/admin/listLinks'
import { Tag } from '@/admin/Tag'
import { KIND_LABELS, STATUS_COLOURS, STATUS_LABELS } from '@/domain/status'
import { clockTime } from '@/domain/wording'
import { addDays, localDay } from '@/domain/zone'
import { env } from '@/env'
import type { Part } from './part'

/** Visits and arrivals of today and tomorrow, by the clock of the place. */
export function Agenda({ agenda, today, words, locale }: Part) {
  const days = [
    { day: today, title: words.today },
    { day: addDays(today, 1), title: words.tomorrow },
  ]
  return days.map(({ day, title }) => {
    const lines = agenda.filter(
      ({ startsAt }) => localDay(new Date(startsAt), env.timeZone) === day,
    )
    return (
      <section key={day} className="scim-block">
        <h2>{title}</h2>
        {lines.length === 0 && <p>{words.noVisit}</p>}
        <ul className="scim-list">
          {lines.map(({ id, reference, status, kind, startsAt, client, property }) => (
            <li key={id} className="scim-row">
              <strong>
                {kind === 'sejour'
                  ? KIND_LABELS.sejour[locale]
                  : clockTime(new Date(startsAt), env.timeZone, locale)}
              </strong>
              <Link href={`/admin/collections/reservations/${id}`} prefetch={false}>
                {reference}
              </Link>
              <Tag colour={STATUS_COLOURS[status]}>{STATUS_LABELS[status][locale]}</Tag>
              <span>
                {kind !== 'sejour' && `${KIND_LABELS[kind][locale]} · `}
                {client} · {property}
              </span>
            </li>
          ))}
        </ul>
        <p className="scim-more">
          <Link href={between(day, addDays(day, 1))} prefetch={false}>
            {words.all}
            <span className="scim-hidden"> : {title}</span>
          </Link>
        </p>
      </section>
    )
  })
}
