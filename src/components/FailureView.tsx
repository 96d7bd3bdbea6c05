import type { Locale } from '@/domain/status'
import type { BrokenForm, Failure } from '@/failure'
import { failure as words } from '@/i18n/failure'
import { BarePage, type BareFrame } from './BarePage'
import { HiddenFields } from './HiddenAnswers'

type Props = BareFrame & {
  /** The address asked for, path and query. */
  path: string
  /** A page was asked for, and nothing was sent. */
  reads: boolean
  failure: Failure
  /** Under which the log tells of it. */
  id: string
}

/** What a person sees while the house can read nothing: what is known, what to do, whom to reach. */
export function FailureView({ path, reads, failure, id, ...frame }: Props) {
  const { locale } = frame
  const w = words[locale]
  const cut = failure.form?.subject !== 'autre' && failure.form?.outcome === 'inconnu'
  return (
    <BarePage
      {...frame}
      title={titleOf(failure, locale)}
      path={failure.form ? null : path}
      foot={<p className="quiet">{w.number(id)}</p>}
    >
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
    </BarePage>
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
  // Sent again after a while, a message would stand there twice: its page says whether it arrived.
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
