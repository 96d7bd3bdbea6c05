import type { ReactNode } from 'react'

export type SummaryRow = {
  term: string
  value: ReactNode
  change?: { href: string; label: string }
}

/** Questions and answers, each with a way back to its question (GOV.UK summary list). */
export function Summary({ rows }: { rows: SummaryRow[] }) {
  return (
    <dl className="summary">
      {rows.map(({ term, value, change }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            <span className="kept">{value}</span>
            {change && (
              <a href={change.href}>
                {change.label}
                <span className="unseen"> {term.toLowerCase()}</span>
              </a>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
