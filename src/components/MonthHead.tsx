import type { Dictionary } from '@/i18n/dictionary'

export type MonthProps = {
  title: string
  lead: number
  weekdays: string[]
  previous: string | null
  following: string | null
}

/** Which weeks are shown, between the ways to earlier and later ones. */
export function MonthHead({ t, month }: { t: Dictionary; month: MonthProps }) {
  const words = t.funnel.slot
  return (
    <div className="month-head">
      {month.previous && <a href={month.previous}>← {words.previous}</a>}
      <h2>{month.title}</h2>
      {month.following && <a href={month.following}>{words.following} →</a>}
    </div>
  )
}
