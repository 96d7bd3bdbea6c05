import type { Locale } from '@/domain/status'
import type { Dictionary } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'
import { Choices } from './Choices'
import { MonthGrid } from './MonthGrid'
import { MonthHead, type MonthProps } from './MonthHead'
import { Question } from './Question'

type Props = {
  t: Dictionary
  locale: Locale
  step: {
    property: { title: string; slug: string }
    answers: { debut: string }
    fixed: Record<string, string>
    error?: string
    month: MonthProps
    cells: { day: string; number: string; month: string; words: string; free: number }[]
    chosen: { day: string; words: string; slots: { value: string; time: string }[] } | null
  }
}

/** A month of days, then the free hours of one day. Pressing another day shows its hours. */
export function SlotQuestion({ t, locale, step }: Props) {
  const words = t.funnel.slot
  const { month, chosen, error } = step
  return (
    <Question
      t={t}
      step={2}
      action={href(locale, '/reservation/coordonnees')}
      hidden={{ ...step.fixed, vu: chosen?.day ?? '' }}
      back={href(locale, '/reservation', { bien: step.property.slug })}
      caption={step.property.title}
      field="debut"
      error={error}
      submit={chosen !== null}
    >
      <h1>{words.title}</h1>
      <MonthHead t={t} month={month} />
      {chosen ? (
        <MonthGrid
          name="jour"
          legend={words.day}
          hint={words.dayHint}
          weekdays={month.weekdays}
          lead={month.lead}
          cells={step.cells}
          chosen={chosen.day}
          none={words.full}
          say={(free) => ({
            short: String(free),
            long: words.freeLong(free),
            spoken: words.free(free),
          })}
        />
      ) : (
        <div className="empty" id="debut" tabIndex={-1}>
          <p>{words.none}</p>
          {month.following && (
            <p>
              <a href={month.following}>{words.nextFree}</a>
            </p>
          )}
        </div>
      )}
      {chosen && (
        <>
          <p className="show-hours">
            <button
              type="submit"
              className="second"
              formAction={`${href(locale, '/reservation/creneau')}#heures`}
              data-show
            >
              {words.show}
            </button>
          </p>
          <div id="heures">
            <Choices
              name="debut"
              compact
              error={error}
              legend={words.hours(chosen.words)}
              choices={chosen.slots.map(({ value, time }) => ({ value, label: time }))}
              chosen={step.answers.debut}
            />
          </div>
        </>
      )}
    </Question>
  )
}
