import type { Agency } from '@/domain/agency'
import type { Locale } from '@/domain/status'
import type { BrokenForm, Failure } from '@/failure'
import { dictionaryOf } from '@/i18n/dictionary'
import { failure as words } from '@/i18n/failure'
import { href, inLanguage } from '@/i18n/paths'
import { ContactLines, type Contact } from './ContactLines'
import { HiddenFields } from './HiddenAnswers'
import { Icon } from './Icon'
import { Logo } from './Logo'

type Props = {
  locale: Locale
  agency: Agency
  contact: Contact & { contactAddress: string | null }
  /** The address asked for, path and query. */
  path: string
  /** Of the panel, which has one address for all languages. */
  panel: boolean
  /** A page was asked for, and nothing was sent. */
  reads: boolean
  failure: Failure
  /** Under which the log tells of it. */
  id: string
}

/** What a person sees while the house can read nothing: what is known, what to do, whom to reach. */
export function FailureView(props: Props) {
  const { locale, agency, contact, path, panel, reads, failure, id } = props
  const t = dictionaryOf(locale)
  const w = words[locale]
  const other: Locale = locale === 'fr' ? 'en' : 'fr'
  const cut = failure.form?.subject !== 'autre' && failure.form?.outcome === 'inconnu'
  return (
    <>
      <header className="top">
        <div className="wide top-row">
          <a className="brand" href={panel ? '/admin' : href(locale, '/')}>
            <Logo agency={{ ...agency, logo: null }} />
            <span>{agency.name[locale]}</span>
          </a>
          {!panel && !failure.form && agency.languages.includes(other) && (
            <a className="other-language" href={inLanguage(other, path)} lang={other}>
              {t.otherLanguage}
            </a>
          )}
        </div>
      </header>
      <main className="wide">
        <div className="narrow">
          <h1>{titleOf(failure, locale)}</h1>
          <p>{failure.away ? (cut ? w.cut : w.away) : w.fault}</p>
          {failure.form ? (
            <Broken form={failure.form} path={path} locale={locale} />
          ) : (
            <>
              <p>
                {w.page} {reads && `${w.unchanged} `}
                {w.wait}
              </p>
              <p className="actions">
                <a className="button" href={path}>
                  {w.retry}
                </a>
              </p>
            </>
          )}
          <h2>{w.contact}</h2>
          <ContactLines contact={contact} t={t} />
          {contact.contactAddress && (
            <ul className="contact">
              <li>
                <Icon name="pin" />
                <span>{contact.contactAddress}</span>
              </li>
            </ul>
          )}
          <p className="quiet">{w.number(id)}</p>
        </div>
      </main>
    </>
  )
}

export function titleOf({ away, form }: Failure, locale: Locale): string {
  const w = words[locale]
  if (form?.subject === 'demande') return w.demande[form.outcome].title
  if (form?.subject === 'message') return messageWords(form, locale).title
  if (form) return w.autre.title
  return away ? w.awayTitle : w.faultTitle
}

/** A message that is known to be recorded is no failure. */
const messageWords = ({ outcome }: BrokenForm, locale: Locale) =>
  words[locale].message[outcome === 'pas_envoye' ? 'pas_envoye' : 'inconnu']

/** What the next attempt, should it fail as well, must not contradict. */
const openEnd = ({ outcome, fields }: BrokenForm) =>
  outcome === 'pas_envoye' ? (fields.essai ?? '') : 'oui'

type BrokenProps = { form: BrokenForm; path: string; locale: Locale }

function Broken({ form, path, locale }: BrokenProps) {
  const w = words[locale]
  // Sent twice, a message would stand there twice: its page says whether it arrived.
  if (form.subject === 'message') return <BrokenMessage form={form} path={path} locale={locale} />
  const { text, button } = form.subject === 'demande' ? w.demande[form.outcome] : w.autre
  return (
    <div className="card pledge">
      {form.reference && (
        <p>
          {w.reference} <strong className="nowrap">{form.reference}</strong>
        </p>
      )}
      <p>{text}</p>
      <form method="post" action={path}>
        <HiddenFields fields={{ ...form.fields, essai: openEnd(form) }} />
        <button type="submit">{button}</button>
      </form>
    </div>
  )
}

function BrokenMessage({ form, path, locale }: BrokenProps) {
  const w = words[locale].message
  return (
    <div className="card pledge">
      <p>{messageWords(form, locale).text}</p>
      {form.fields.text && (
        <>
          <h2>{w.written}</h2>
          <p className="kept">{form.fields.text}</p>
        </>
      )}
      <a className="button" href={path.replace(/\/message$/, '')}>
        {w.open}
      </a>
    </div>
  )
}
