import type { Locale } from '@/domain/status'
import type { FieldError } from '@/domain/view'
import type { Dictionary } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'
import { ErrorSummary, messageFor } from './ErrorSummary'
import { Field } from './Field'
import { HiddenAnswers, type AnswerFields } from './HiddenAnswers'
import { BackLink, Progress } from './Question'

type Props = {
  t: Dictionary
  locale: Locale
  answers: AnswerFields
  title: string
  when: string
  draft: { name: string; phone: string; email: string; note: string; consent: boolean }
  errors: FieldError[]
  /** When this form was shown, signed. */
  shown: string
  /** What the browser works at while the person types; null as long as there is no crowd. */
  work: { challenge: string; script: string } | null
  /** It came without the work that many forms at once call for. */
  again: boolean
}

export function ContactForm(props: Props) {
  const { t, locale, answers, title, when, draft, errors, shown, work, again } = props
  const words = t.funnel.contact
  const consentError = messageFor(errors, 'consent')
  return (
    <>
      <BackLink t={t} href={href(locale, '/reservation/creneau', { ...answers })} />
      <ErrorSummary errors={errors} t={t} />
      <Progress t={t} step={3} caption={`${title}, ${when}`} />
      <h1>{words.title}</h1>
      {again && (
        <p className="notice" role="status">
          {words.again}
        </p>
      )}
      <form method="post" action={href(locale, '/reservation/coordonnees/envoi')} noValidate>
        <HiddenAnswers answers={answers} />
        <input type="hidden" name="affiche" value={shown} />
        <input type="hidden" name="script" data-script />
        {again && <input type="hidden" name="encore" value="1" />}
        {work && <input type="hidden" name="preuve" data-defi={work.challenge} />}
        <p className="unseen" aria-hidden="true">
          <label htmlFor="site">{words.trap}</label>
          <input id="site" name="site" tabIndex={-1} autoComplete="off" />
        </p>
        <Field
          path="client.name"
          name="name"
          label={words.name}
          value={draft.name}
          errors={errors}
          autoComplete="name"
          spellCheck={false}
        />
        <Field
          path="client.phone"
          name="phone"
          type="tel"
          label={words.phone}
          hint={words.phoneHint}
          value={draft.phone}
          errors={errors}
          autoComplete="tel"
        />
        <Field
          path="client.email"
          name="email"
          type="email"
          label={words.email}
          hint={words.emailHint}
          value={draft.email}
          errors={errors}
          autoComplete="email"
          spellCheck={false}
        />
        <Field
          path="note"
          name="note"
          label={words.note}
          hint={words.noteHint}
          value={draft.note}
          errors={errors}
          rows={4}
        />
        <div className={consentError ? 'field wrong' : 'field'}>
          {consentError && (
            <p className="error" id="consent-erreur">
              {consentError}
            </p>
          )}
          <label className="choice">
            <input
              type="checkbox"
              id="consent"
              name="consent"
              value="oui"
              defaultChecked={draft.consent}
              aria-describedby={consentError ? 'consent-erreur' : undefined}
            />
            <span>{words.consent}</span>
          </label>
        </div>
        <button type="submit">{t.funnel.next}</button>
      </form>
      {work && <script type="module" defer src={work.script} />}
    </>
  )
}
