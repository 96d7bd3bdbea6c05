import type { Locale } from '@/domain/status'
import type { Dictionary } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'
import { MonthGrid } from './MonthGrid'
import { MonthHead, type MonthProps } from './MonthHead'
import { Question } from './Question'

type Cell = { day: string; number: string; month: string; words: string; free: number }

type Props = {
  t: Dictionary
  locale: Locale
  step: {
    property: { title: string; slug: string }
    answers: { debut: string; fin: string }
    fixed: Record<string, string>
    error?: string
    month: MonthProps
    cells: Cell[]
    arrival: string | null
    arrivalWords: string
    departures: { lead: number; cells: Cell[] } | null
  }
}

/** The day of arrival, then the days one can leave on. */
export function StayQuestion({ t, locale, step }: Props) {
  const words = t.funnel.stay
  const { month, answers, arrival, departures, error } = step
  const here = href(locale, '/reservation/creneau')
  return (
    <Question
      t={t}
      step={2}
      action={arrival ? href(locale, '/reservation/coordonnees') : `${here}#depart`}
      hidden={{ ...step.fixed, vu: arrival ?? 'aucun' }}
      back={href(locale, '/reservation', { bien: step.property.slug })}
      caption={step.property.title}
      field={arrival ? 'fin' : 'debut'}
      error={error}
      shows={!arrival}
    >
      <h1>{words.title}</h1>
      <MonthHead t={t} month={month} />
      <MonthGrid
        name="debut"
        legend={words.arrival}
        hint={words.arrivalHint}
        weekdays={month.weekdays}
        lead={month.lead}
        cells={step.cells}
        chosen={arrival ?? undefined}
        none={words.taken}
        error={arrival ? undefined : error}
        say={() => ({ short: words.free, long: '', spoken: words.free })}
      />
      {arrival && departures && (
        <>
          <p>
            <button type="submit" className="second" formAction={`${here}#depart`} data-show>
              {words.show}
            </button>
          </p>
          <div id="depart">
            <MonthGrid
              name="fin"
              legend={words.departureAfter(step.arrivalWords)}
              hint={words.departureHint}
              weekdays={month.weekdays}
              lead={departures.lead}
              cells={departures.cells}
              chosen={answers.fin}
              none={words.taken}
              error={error}
              say={(count) => ({
                short: String(count),
                long: words.nightsLong(count),
                spoken: words.nights(count),
              })}
            />
          </div>
        </>
      )}
    </Question>
  )
}
