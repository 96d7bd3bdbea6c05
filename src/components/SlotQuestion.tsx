import type { Locale } from '@/domain/status'
import type { Dictionary } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'
import { Choices } from './Choices'
import { Question } from './Question'

type Props = {
  t: Dictionary
  locale: Locale
  step: {
    property: { title: string; slug: string }
    answers: { debut: string }
    fixed: Record<string, string>
    error?: string
    days: { day: string; words: string; slots: { value: string; time: string }[] }[]
    range: string
    previous: string | null
    following: string | null
    later: string | null
  }
}

/** A week of free slots by day, as radio buttons. */
export function SlotQuestion({ t, locale, step }: Props) {
  const words = t.funnel.slot
  return (
    <Question
      t={t}
      step={2}
      action={href(locale, '/reservation/coordonnees')}
      hidden={step.fixed}
      back={href(locale, '/reservation', { bien: step.property.slug })}
      caption={step.property.title}
      field="debut"
      error={step.error}
    >
      <h1 id="debut-titre">{words.title}</h1>
      {step.error && (
        <p className="error" id="debut-erreur">
          {step.error}
        </p>
      )}
      <p>
        <strong>{step.range}</strong>
      </p>
      <p className="week">
        {step.previous ? <a href={step.previous}>← {words.previous}</a> : <span />}
        {step.following && <a href={step.following}>{words.following} →</a>}
      </p>
      {step.days.length === 0 && (
        <p id="debut" tabIndex={-1}>
          {words.none} {step.later && <a href={step.later}>{words.nextFree}</a>}
        </p>
      )}
      {step.days.map(({ day, words: title, slots }, index) => (
        <Choices
          key={day}
          name="debut"
          first={index === 0}
          compact
          legend={title}
          choices={slots.map(({ value, time }) => ({ value, label: time }))}
          chosen={step.answers.debut}
        />
      ))}
    </Question>
  )
}
