import { KIND_LABELS, type Kind, type Locale } from '@/domain/status'
import type { PropertyCard } from '@/domain/view'
import type { Dictionary } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'
import { HiddenAnswers, type AnswerFields } from './HiddenAnswers'
import { priceText } from './PropertyTile'
import { BackLink, Progress } from './Question'
import { Summary } from './Summary'

type Props = {
  t: Dictionary
  locale: Locale
  answers: AnswerFields
  place: { property: PropertyCard; kind: Kind; when: string }
  draft: { name: string; phone: string; email: string; note: string }
  promise: { before: string; delay: string }
  holdHours: number
}

/** Everything once more before it is sent, each answer with a way to change it. */
export function CheckAnswers({ t, locale, answers, place, draft, promise, holdHours }: Props) {
  const words = t.funnel.check
  const { property, kind, when } = place
  const { cle, bien, type } = answers
  const to = (path: string, query: Record<string, string>) => ({
    href: href(locale, path, query),
    label: t.funnel.change,
  })
  const contact = to('/reservation/coordonnees', answers)
  return (
    <>
      <BackLink t={t} href={contact.href} />
      <Progress t={t} step={4} />
      <h1>{words.title}</h1>
      <Summary
        rows={[
          {
            term: words.property,
            value: `${property.title}, ${property.district} (${priceText(property, locale, t)})`,
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
          { term: words.name, value: draft.name, change: contact },
          { term: words.phone, value: draft.phone, change: contact },
          { term: words.email, value: draft.email || words.nothing, change: contact },
          { term: words.note, value: draft.note || words.nothing, change: contact },
        ]}
      />
      <div className="card pledge">
        <p>
          <strong>{words.promise(promise.before, promise.delay)}</strong>
        </p>
        <p>{words.hold(holdHours)}</p>
        <p>{words.free}</p>
      </div>
      <form method="post" action={href(locale, '/reservation/verification/envoi')}>
        <HiddenAnswers answers={answers} />
        <button type="submit" data-sending={words.sending}>
          {words.send}
        </button>
      </form>
    </>
  )
}
