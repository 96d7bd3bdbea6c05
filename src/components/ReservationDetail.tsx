import type { ComponentProps } from 'react'
import { readablePhone } from '@/domain/phone'
import { propertyName } from '@/domain/propertyName'
import { KIND_LABELS, REASON_LABELS, type Locale, type Reason } from '@/domain/status'
import type { MessageView, PropertyCard, ReservationView, TimelineEntry } from '@/domain/view'
import type { Dictionary } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'
import { ContactLines, WhatsAppLink, type Contact } from './ContactLines'
import { Messages } from './Messages'
import { NoPromise } from './NoPromise'
import { Rescue } from './Rescue'
import { StatusTag } from './StatusTag'
import { Summary } from './Summary'
import { Timeline } from './Timeline'

type Props = {
  locale: Locale
  t: Dictionary
  done: string
  /** Words of the client that are not recorded yet. */
  unsent: string
  page: {
    reservation: ReservationView
    statusReason: Reason | null
    statusNote: string | null
    client: { name: string; phone: string; email: string | null }
    note: string | null
    property: PropertyCard
    token: string
    when: string
    over: boolean
    address: string | null
    before: string
    stalled: boolean
    fingerprint: string
    promiseWords: string | null
    holdWords: string | null
    timeline: (TimelineEntry & { words: string })[]
    messages: (MessageView & { words: string })[]
    rescue: ComponentProps<typeof Rescue>['choices']
    contact: Contact
  }
}

const isLate = ({ reservation, stalled }: Props['page']) =>
  reservation.status === 'en_attente' && reservation.promise.state === 'en_retard' && !stalled

function nextStep({ t, page }: Props): string {
  const { status, kind } = page.reservation
  const words = t.page.next
  if (status === 'annulee') return words.annulee
  if (page.over) return kind === 'sejour' ? words.passeeSejour(page.when) : words.passee(page.when)
  if (status === 'confirmee')
    return kind === 'sejour' ? words.confirmeeSejour(page.when) : words.confirmee(page.when)
  if (page.stalled) return t.stalled.short
  return isLate(page) ? words.en_retard : words.en_attente(page.before)
}

/** A reservation as its client follows it: status and next step first, details last. */
export function ReservationDetail(props: Props) {
  const { locale, t, page, done, unsent } = props
  const { reservation, contact } = page
  const { reference, status, kind } = reservation
  const words = t.page
  const notice = Object.entries(words.done).find(([name]) => name === done)?.[1]
  const bad = done === 'vide' || done === 'trop' || done === 'refus'
  const ahead = status !== 'annulee' && !page.over
  const dated = status !== 'annulee' && (status === 'confirmee' || page.over)
  const own = page.statusReason === 'annulee_client'
  return (
    <>
      {notice && (
        <p className={bad ? 'notice bad' : 'notice'} role="status">
          {notice}
        </p>
      )}
      <p className="quiet eyebrow">{t.confirmation.reference}</p>
      <h1 className="reference">{reference}</h1>
      <p>
        <StatusTag status={status} label={reservation.statusLabel} />
        {page.statusReason && <> {own ? words.byYou : REASON_LABELS[page.statusReason][locale]}</>}
      </p>
      <p>
        <strong>{propertyName(reservation.property)}</strong> · {KIND_LABELS[kind][locale]}
        {!dated && <> · {page.when}</>}
      </p>
      <p className="lead">{nextStep(props)}</p>
      {page.address && !page.over && (
        <p>
          <strong>{words.address}</strong>
          {t.colon}
          {page.address}
        </p>
      )}
      {page.statusNote && (
        <div className="card">
          <h2>{own ? words.ownNote : words.note}</h2>
          <p className="kept">{page.statusNote}</p>
        </div>
      )}
      {page.stalled && <NoPromise contact={contact} t={t} />}
      {isLate(page) && <ContactLines contact={{ ...contact, whatsappUrl: null }} t={t} />}
      <Pledge t={t} page={page} />
      <p className="actions">
        {contact.whatsappUrl && (
          <WhatsAppLink button url={contact.whatsappUrl} label={t.footer.whatsapp} />
        )}
        {status === 'confirmee' && ahead && (
          <a className="button" href={`/api/reservations/track/${page.token}/calendar.ics`}>
            {words.calendar}
          </a>
        )}
        {!ahead && page.property.kinds.length > 0 && (
          <a className="button" href={href(locale, '/reservation', { bien: page.property.slug })}>
            {words.again}
          </a>
        )}
      </p>
      <Rescue
        t={t}
        locale={locale}
        reference={reference}
        stay={kind === 'sejour'}
        choices={page.rescue}
      />
      <h2>{words.timeline}</h2>
      <Timeline entries={page.timeline} t={t} />
      <p className="quiet">
        {words.fingerprint}
        {t.colon}
        <code className="nowrap">{page.fingerprint}</code>. {words.fingerprintHint}
      </p>
      <h2>{words.messages}</h2>
      <Messages messages={page.messages} t={t} />
      <form method="post" action={href(locale, `/espace/${reference}/message`)}>
        <div className="field">
          <label htmlFor="message">{words.write}</label>
          <p className="hint" id="message-aide">
            {words.writeHint}
          </p>
          <textarea
            id="message"
            name="text"
            rows={3}
            maxLength={2000}
            required
            defaultValue={unsent}
            aria-describedby="message-aide"
          />
        </div>
        <button
          type="submit"
          className="second"
          data-sending={t.funnel.check.sending}
          suppressHydrationWarning
        >
          {words.send}
        </button>
      </form>
      <h2>{words.details}</h2>
      <Summary
        rows={[
          {
            term: t.funnel.check.property,
            value: propertyName(reservation.property),
          },
          { term: t.funnel.check.kind, value: KIND_LABELS[kind][locale] },
          { term: t.funnel.check.when, value: page.when },
          { term: t.funnel.check.name, value: page.client.name },
          { term: t.funnel.check.phone, value: readablePhone(page.client.phone) },
          { term: t.funnel.check.email, value: page.client.email ?? t.funnel.check.nothing },
          { term: t.funnel.check.note, value: page.note ?? t.funnel.check.nothing },
        ]}
      />
      <h2>{words.contact}</h2>
      <ContactLines contact={{ ...contact, whatsappUrl: null }} t={t} />
      {ahead && (
        <p className="actions">
          <a href={href(locale, `/espace/${reference}/annuler`)}>{words.cancel}</a>
        </p>
      )}
    </>
  )
}

/** What is promised and held, while it is. */
function Pledge({ t, page }: Pick<Props, 't' | 'page'>) {
  const words = t.page
  const promise = page.stalled ? null : page.promiseWords
  if (!promise && !page.holdWords) return null
  return (
    <div className="card pledge">
      {promise && (
        <p>
          <strong>{words.promiseTitle}</strong>
          {t.colon}
          {words.before(page.before)} ({promise})
        </p>
      )}
      {page.holdWords && <p className="quiet">{words.hold(page.holdWords)}</p>}
    </div>
  )
}
