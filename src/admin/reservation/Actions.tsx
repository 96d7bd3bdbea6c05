import { ActionDialog } from '@/admin/ActionDialog.client'
import { momentWords } from '@/admin/momentWords'
import { SPOKEN, SPOKEN_LABELS } from '@/domain/change'
import { STATUS_LABELS, type Status } from '@/domain/status'
import { whatsappLink } from '@/domain/whatsapp'
import { env } from '@/env'
import { trackingUrl } from '@/messaging/facts'
import { adminWords } from '@/admin/words'
import { CopyLink } from './CopyLink.client'
import { Decide } from './Decide.client'
import type { Part } from './part'
import { reservationWords } from './words'

/** What may be done now, the decision first. */
export function Actions({
  reservation,
  rest,
  locale,
  now,
  agency,
  user,
}: Part & { user: { name: string } }) {
  const words = reservationWords(locale)
  const { id, status, reference } = reservation
  const waiting = status === 'en_attente'
  const ahead = status !== 'annulee' && new Date(reservation.startsAt) > now
  const dialog = {
    words: { back: words.back, sending: words.sending, done: words.done, failed: words.failed },
  }
  const decision = (to: Status) => ({
    ...dialog,
    id,
    status: to,
    seen: { status, startsAt: reservation.startsAt },
    me: user.name,
    already: words.already(STATUS_LABELS[to][locale]),
    locale,
    zone: env.timeZone,
    fields: [{ type: 'textarea', name: 'statusNote', label: words.note } as const],
  })
  const url = (action: string) => `/api/reservations/${id}/${action}`
  const chat = whatsappLink(
    reservation.clientPhone ?? null,
    adminWords(locale).whatsappText(agency, reference),
  )
  return (
    <section className="scim-actions" aria-label={words.more}>
      {waiting && (
        <Decide
          {...decision('confirmee')}
          look="primary"
          label={words.confirm}
          title={words.confirmTitle}
          text={words.confirmText}
        />
      )}
      {status !== 'annulee' && (
        <Decide
          {...decision('annulee')}
          label={waiting ? words.refuse : words.cancel}
          title={waiting ? words.refuseTitle : words.cancelTitle}
          text={words.refuseText}
        />
      )}
      {ahead && (
        <ActionDialog
          {...dialog}
          label={words.move}
          title={words.moveTitle}
          text={words.moveText}
          url={url('move')}
          fields={[
            {
              type: 'moment',
              name: 'moment',
              property: rest.property.id,
              stay: reservation.kind === 'sejour',
              words: momentWords(locale, now),
            },
          ]}
        />
      )}
      {waiting && (
        <ActionDialog
          {...dialog}
          label={words.extend}
          title={words.extendTitle}
          text={words.extendText}
          url={url('extend')}
          fields={[
            {
              type: 'number',
              name: 'hours',
              label: words.hours,
              value: '24',
              min: 1,
              max: 72,
              required: true,
            },
          ]}
        />
      )}
      <ActionDialog
        {...dialog}
        label={words.answered}
        title={words.answeredTitle}
        text={words.answeredText}
        submit={words.record}
        url={url('answer')}
        fields={[
          {
            type: 'select',
            name: 'channel',
            label: words.channel,
            options: SPOKEN.map((value) => ({ value, label: SPOKEN_LABELS[value][locale] })),
          },
          { type: 'textarea', name: 'text', label: words.said, required: true },
        ]}
      />
      <ActionDialog
        {...dialog}
        label={words.contact}
        title={words.contactTitle}
        text={words.contactText}
        submit={words.record}
        url={url('contact')}
        fields={[
          {
            type: 'text',
            name: 'name',
            label: words.name,
            value: reservation.clientName ?? '',
            required: true,
          },
          {
            type: 'tel',
            name: 'phone',
            label: words.phone,
            value: reservation.clientPhone ?? '',
            required: true,
          },
          {
            type: 'email',
            name: 'email',
            label: `${words.email} (${words.optional})`,
            value: reservation.clientEmail ?? '',
          },
        ]}
      />
      <ActionDialog
        {...dialog}
        label={words.revoke}
        title={words.revokeTitle}
        text={words.revokeText}
        url={url('revoke-link')}
        fields={[]}
      />
      <CopyLink
        link={trackingUrl({ reference, trackingVersion: rest.trackingVersion }, reservation.locale)}
        words={{ copy: words.copy, copied: words.copied, byHand: words.copyByHand }}
      />
      {chat && (
        <a className="scim-link-button" href={chat} target="_blank" rel="noopener noreferrer">
          {words.whatsapp}
        </a>
      )}
    </section>
  )
}
