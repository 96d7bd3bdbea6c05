import { propertyName } from '@/domain/propertyName'
import type { Locale } from '@/domain/status'
import type { MessageView, ReservationView } from '@/domain/view'
import type { Dictionary } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'
import { ContactLines, WhatsAppLink, type Contact } from './ContactLines'
import { Icon } from './Icon'
import { MessageText, WholeCodes } from './Messages'
import { NoPromise } from './NoPromise'
import { StatusTag } from './StatusTag'
import { Summary } from './Summary'

type Props = {
  locale: Locale
  t: Dictionary
  page: {
    reservation: ReservationView
    trackingUrl: string
    client: { email: string | null }
    when: string
    before: string
    /** The same with its day, for a record that is kept. */
    keptBefore: string
    delay: string
    stalled: boolean
    messages: MessageView[]
    contact: Contact
  }
}

/** Says the reference, what happens next and by when, and whom to reach (GOV.UK confirmation page). */
export function Confirmation({ locale, t, page }: Props) {
  const { reservation, contact } = page
  const words = t.confirmation
  // Newest first: the last one is the acknowledgement. It names a time as well.
  const [acknowledgement] = page.stalled ? [] : page.messages.slice(-1)
  return (
    <>
      <div className="panel">
        <Icon name="check" />
        <h1>{words.title}</h1>
        <p>{words.recorded}</p>
        <p>{words.reference}</p>
        <p className="reference">{reservation.reference}</p>
        <button type="button" hidden data-copy={reservation.reference} data-copied={words.copied}>
          {words.copy}
        </button>
      </div>
      <h2>{words.nextTitle}</h2>
      <ol className="happens">
        <li>{words.next.kept}</li>
        <li>
          <strong>{page.stalled ? t.stalled.short : words.next.answer(page.before)}</strong>
        </li>
        <li>{page.client.email ? words.next.mail : words.next.page}</li>
      </ol>
      {page.stalled && <NoPromise contact={contact} t={t} />}
      <p className="actions">
        <a className="button" href={href(locale, `/espace/${reservation.reference}`)}>
          {words.open}
        </a>
        <button type="button" className="second" hidden data-print>
          <Icon name="print" />
          {words.printButton}
        </button>
      </p>
      <Answers t={t} page={page} />
      <h2>{words.link}</h2>
      <p>{words.linkHint}</p>
      <p>
        <a className="link-box" href={page.trackingUrl}>
          {page.trackingUrl}
        </a>
      </p>
      {contact.whatsappUrl && (
        <section className="no-print">
          <h2>{words.urgent}</h2>
          <p>
            <WhatsAppLink button url={contact.whatsappUrl} label={t.footer.whatsapp} />
          </p>
        </section>
      )}
      {acknowledgement && (
        <section className="card no-print" aria-label={words.message}>
          <h2>
            <WholeCodes text={acknowledgement.subject ?? ''} />
          </h2>
          <MessageText text={acknowledgement.text} />
          <p className="quiet state">{t.page.states[acknowledgement.state]}</p>
        </section>
      )}
      <h2>{t.page.contact}</h2>
      <ContactLines contact={{ ...contact, whatsappUrl: null }} t={t} />
      <p className="no-print">{words.print}</p>
    </>
  )
}

/** What was asked, and where it stands now. */
function Answers({ t, page }: Omit<Props, 'locale'>) {
  const { reservation } = page
  const words = t.confirmation
  return (
    <Summary
      rows={[
        {
          term: words.status,
          value: (
            <>
              <StatusTag status={reservation.status} label={reservation.statusLabel} />
              {reservation.status === 'en_attente' && <> {words.notYet}</>}
            </>
          ),
        },
        ...(page.stalled
          ? []
          : [{ term: t.page.promiseTitle, value: words.before(page.keptBefore, page.delay) }]),
        {
          term: t.funnel.check.property,
          value: propertyName(reservation.property),
        },
        { term: t.funnel.check.when, value: page.when },
      ]}
    />
  )
}
