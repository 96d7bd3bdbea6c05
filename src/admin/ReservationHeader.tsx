import { Pill } from '@payloadcms/ui'
import type { UIFieldServerProps } from 'payload'
import { readablePhone } from '@/domain/phone'
import { KIND_LABELS, STATUS_COLOURS, STATUS_LABELS } from '@/domain/status'
import { whatsappLink } from '@/domain/whatsapp'
import { whenInWords } from '@/domain/wording'
import { env } from '@/env'
import { promiseLine } from './promiseLine'
import { adminLocale, adminWords } from './words'

/** What matters before deciding: status, promise, who asks, for what and when. */
export async function ReservationHeader({ id, payload, req, i18n }: UIFieldServerProps) {
  if (id === undefined) return null
  const reservation = await payload.findByID({
    collection: 'reservations',
    id,
    depth: 1,
    overrideAccess: false,
    user: req.user,
    disableErrors: true,
    joins: false,
  })
  if (!reservation) return null
  const locale = adminLocale(i18n)
  const words = adminWords(locale)
  const { status, kind, reference, clientName, clientPhone, clientEmail, property } = reservation
  const line = promiseLine(reservation, new Date(), locale)
  const when = whenInWords({
    kind,
    startsAt: new Date(reservation.startsAt),
    endsAt: new Date(reservation.endsAt),
    zone: env.timeZone,
    locale,
  })
  const chat = whatsappLink(clientPhone ?? null, words.whatsappText(reference))
  return (
    <section className="scim-header">
      {/* A pill is a block: inside a paragraph the browser would close the paragraph before it. */}
      <div className="scim-pills">
        <Pill pillStyle={STATUS_COLOURS[status]}>{STATUS_LABELS[status][locale]}</Pill>{' '}
        {line && (
          <Pill pillStyle={line.late || line.missed ? 'error' : line.waiting ? 'warning' : 'light'}>
            {words.promise} {line.before}
            {line.words && ` · ${line.words}`}
          </Pill>
        )}
      </div>
      <h2>
        {KIND_LABELS[kind][locale]} · {when}
      </h2>
      <p>{typeof property === 'object' && `${property.title}, ${property.district}`}</p>
      <p>
        <strong>{clientName}</strong>{' '}
        {clientPhone && <a href={`tel:${clientPhone}`}>{readablePhone(clientPhone)}</a>} ·{' '}
        {clientEmail ? <a href={`mailto:${clientEmail}`}>{clientEmail}</a> : words.noEmail}
        {chat && (
          <>
            {' · '}
            <a href={chat} target="_blank" rel="noopener">
              {words.writeWhatsApp}
            </a>
          </>
        )}
      </p>
      {reservation.note && <blockquote>{reservation.note}</blockquote>}
    </section>
  )
}
