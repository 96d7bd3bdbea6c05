import type { Locale } from '@/domain/status'
import type { Dictionary } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'
import { Field } from './Field'
import { Question } from './Question'

type Props = {
  t: Dictionary
  locale: Locale
  step: {
    property: { title: string; slug: string }
    answers: { debut: string; fin: string }
    fixed: Record<string, string>
    error?: string
    today: string
    last: string
    nights: { day: string; words: string; free: boolean }[]
    previous: string | null
    following: string | null
  }
}

/** Arrival and departure, beside the nights that are free. */
export function StayQuestion({ t, locale, step }: Props) {
  const words = t.funnel.stay
  const { answers, error } = step
  const errors = error ? [{ path: 'debut', message: error }] : []
  return (
    <Question
      t={t}
      step={2}
      action={href(locale, '/reservation/coordonnees')}
      hidden={step.fixed}
      back={href(locale, '/reservation', { bien: step.property.slug })}
      caption={step.property.title}
      field="debut"
      error={error}
    >
      <h1>{words.title}</h1>
      <div className="two">
        <Field
          path="debut"
          name="debut"
          type="date"
          label={words.arrival}
          value={answers.debut}
          errors={errors}
          min={step.today}
          max={step.last}
        />
        <Field
          path="fin"
          name="fin"
          type="date"
          label={words.departure}
          value={answers.fin}
          errors={[]}
          min={step.today}
        />
      </div>
      <p className="week">
        {step.previous ? <a href={step.previous}>← {t.funnel.slot.previous}</a> : <span />}
        {step.following && <a href={step.following}>{t.funnel.slot.following} →</a>}
      </p>
      <table>
        <caption>{words.calendar}</caption>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col">{words.state}</th>
          </tr>
        </thead>
        <tbody>
          {step.nights.map(({ day, words: name, free }) => (
            <tr key={day}>
              <th scope="row">{name}</th>
              <td className={free ? 'free' : 'taken'}>
                {free ? `✓ ${words.free}` : `✗ ${words.taken}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <br />
    </Question>
  )
}
