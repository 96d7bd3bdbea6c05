import type { Currency } from '@/domain/currency'
import { propertyName } from '@/domain/propertyName'
import { KIND_LABELS, type Kind, type Locale } from '@/domain/status'
import type { PropertyCard } from '@/domain/view'
import type { Dictionary } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'
import type { Contact } from './ContactLines'
import { HiddenAnswers, type AnswerFields } from './HiddenAnswers'
import { NoPromise } from './NoPromise'
import { priceText } from './PropertyTile'
import { BackLink, Progress } from './Question'
import { Summary } from './Summary'

type Props = {
  t: Dictionary
  locale: Locale
  currency: Currency
  answers: AnswerFields
  place: { property: PropertyCard; kind: Kind; when: string }
  draft: { name: string; phone: string; email: string; note: string }
  /** Null while no time can be promised honestly. */
  promise: { before: string; delay: string } | null
  contact: Contact
  /** Null where the place is held until the promised time, which comes later. */
  holdHours: number | null
}

/** Everything once more before it is sent, each answer with a way to change it. */
export function CheckAnswers(props: Props) {
  const { t, locale, currency, answers, place, draft, promise, holdHours } = props
  const words = t.funnel.check
  const { property, kind, when } = place
  const { cle, bien, type } = answers
  const to = (path: string, query: Record<string, string>) => ({
    href: href(locale, path, query),
    label: t.funnel.change,
  })
  const contactStep = to('/reservation/coordonnees', answers)
  return (
    <>
      <BackLink t={t} href={contactStep.href} />
      <Progress t={t} step={4} />
      <h1>{words.title}</h1>
      <Summary
        rows={[
          {
            term: words.property,
            value: `${propertyName(property)} (${priceText(property, { currency, locale, t })})`,
            change: to('/reservation', {}),
          },
          {
            term: words.kind,
            value: KIND_LABELS[kind][locale],
            change: to('/reservation', { bien }),
          },
          {
            term: words.when,
            value: when,
            change: to('/reservation/creneau', {
              bien,
              type,
              cle,
              debut: answers.debut,
              fin: answers.fin,
            }),
          },
          { term: words.name, value: draft.name, change: contactStep },
          { term: words.phone, value: draft.phone, change: contactStep },
          { term: words.email, value: draft.email || words.nothing, change: contactStep },
          { term: words.note, value: draft.note || words.nothing, change: contactStep },
        ]}
      />
      {!promise && <NoPromise contact={props.contact} t={t} />}
      <div className="card pledge">
        {promise && (
          <p>
            <strong>{words.promise(promise.before, promise.delay)}</strong>
          </p>
        )}
        <p>{words.hold(holdHours)}</p>
        <p>{words.free}</p>
      </div>
      <form method="post" action={href(locale, '/reservation/verification/envoi')}>
        <HiddenAnswers answers={answers} />
        <button type="submit" data-sending={words.sending} suppressHydrationWarning>
          {words.send}
        </button>
      </form>
    </>
  )
}
