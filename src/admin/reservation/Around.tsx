import Link from 'next/link'
import { Tag } from '@/admin/Tag'
import { KIND_LABELS, STATUS_COLOURS, STATUS_LABELS } from '@/domain/status'
import { whenInWords } from '@/domain/wording'
import { env } from '@/env'
import type { Part } from './part'
import { reservationWords } from './words'

/** Rivals and neighbours: what else is held or confirmed at the property around this date. */
export function Around({ rest, locale }: Part) {
  const words = reservationWords(locale)
  return (
    <section className="scim-block">
      <h3>{words.place}</h3>
      {rest.neighbours.length === 0 && <p>{words.alone}</p>}
      <ul className="scim-list">
        {rest.neighbours.map(({ id, reference, status, kind, client, overlaps, ...period }) => (
          <li key={id}>
            <Link href={`/admin/collections/reservations/${id}`} prefetch={false}>
              {reference}
            </Link>{' '}
            <Tag colour={STATUS_COLOURS[status]}>{STATUS_LABELS[status][locale]}</Tag>{' '}
            {overlaps && <Tag colour="error">{words.overlaps}</Tag>} {KIND_LABELS[kind][locale]} ·{' '}
            {whenInWords({
              kind,
              startsAt: new Date(period.startsAt),
              endsAt: new Date(period.endsAt),
              zone: env.timeZone,
              locale,
            })}{' '}
            · {client}
          </li>
        ))}
      </ul>
    </section>
  )
}
