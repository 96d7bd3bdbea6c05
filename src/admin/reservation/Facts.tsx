import Link from 'next/link'
import type { ReactNode } from 'react'
import { Tag } from '@/admin/Tag'
import { promiseLine } from '@/admin/promiseLine'
import { readablePhone } from '@/domain/phone'
import { propertyName } from '@/domain/propertyName'
import {
  KIND_LABELS,
  REASON_LABELS,
  SOURCE_LABELS,
  STATUS_COLOURS,
  STATUS_LABELS,
} from '@/domain/status'
import { deadlineInWords, unbroken, whenInWords } from '@/domain/wording'
import { env } from '@/env'
import type { Part } from './part'
import { reservationWords } from './words'

/** Status, promise with the time left, what is asked for and by whom. */
export function Facts({ reservation, rest, locale, now }: Part) {
  const words = reservationWords(locale)
  const { status, kind, clientName, clientPhone, clientEmail, note, statusNote } = reservation
  const { property } = rest
  const end = rest.events.find((event) => event.status === 'annulee')
  const line = promiseLine(reservation, now, locale, end && new Date(end.at))
  const when = whenInWords({
    kind,
    startsAt: new Date(reservation.startsAt),
    endsAt: new Date(reservation.endsAt),
    zone: env.timeZone,
    locale,
  })
  const moment = (iso: string) =>
    unbroken(deadlineInWords(new Date(iso), now, env.timeZone, locale))
  const held = new Date(reservation.holdUntil) > now
  return (
    <section className="scim-block scim-facts">
      <p className="scim-tags">
        <Tag colour={STATUS_COLOURS[status]}>{STATUS_LABELS[status][locale]}</Tag>
        {line?.words && (
          <Tag colour={line.late || line.missed ? 'error' : line.open ? 'warning' : 'success'}>
            {line.open ? `${words.promised} ${line.before} · ${line.words}` : line.words}
          </Tag>
        )}
        {/* It ended unanswered in time: what was promised, without a verdict. */}
        {line && !line.words && <Tag colour="light">{`${words.promised} ${line.before}`}</Tag>}
        {reservation.doubtful && <Tag colour="warning">{words.doubtful}</Tag>}
      </p>
      {reservation.doubtful && <p>{words.doubtfulHint}</p>}
      <h2>
        {KIND_LABELS[kind][locale]} · {unbroken(when)}
      </h2>
      <dl className="scim-dl">
        <Fact name={words.property}>
          <Link href={`/admin/collections/properties/${property.id}`} prefetch={false}>
            {propertyName(property)}
          </Link>
        </Fact>
        <Fact name={words.client}>{clientName}</Fact>
        <Fact name={words.phone}>
          {clientPhone && <a href={`tel:${clientPhone}`}>{readablePhone(clientPhone)}</a>}
        </Fact>
        <Fact name={words.email}>
          {clientEmail ? <a href={`mailto:${clientEmail}`}>{clientEmail}</a> : words.noEmail}
        </Fact>
        <Fact name={words.asked}>
          {moment(reservation.createdAt)} · {SOURCE_LABELS[reservation.source][locale]}
        </Fact>
        {status === 'en_attente' && (
          <Fact name={words.held}>
            {held ? words.heldUntil(moment(reservation.holdUntil)) : words.heldOver}
          </Fact>
        )}
        {status !== 'en_attente' && (
          <Fact name={words.decided}>
            {reservation.statusReason
              ? REASON_LABELS[reservation.statusReason][locale]
              : STATUS_LABELS[status][locale]}
            {reservation.decidedByName && ` · ${reservation.decidedByName}`}
          </Fact>
        )}
        {statusNote && <Fact name={words.reason}>{statusNote}</Fact>}
      </dl>
      {note && (
        <figure className="scim-quote">
          <figcaption>{words.clientsWords}</figcaption>
          <blockquote>{note}</blockquote>
        </figure>
      )}
    </section>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
