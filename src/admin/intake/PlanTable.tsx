import { reasonsOf } from '@/desk/intake/report'
import type { Plan, PlanLine } from '@/desk/intake/plan'
import type { Locale } from '@/domain/status'
import { intakeWords } from '@/i18n/intake'

const MOST_SHOWN = 200
const ORDER: Record<PlanLine['outcome'], number> = { refuse: 0, deja: 1, cree: 2 }

/** What must be looked at first; a long file is whole in the report alone. */
export function PlanTable({ plan: { lines }, locale }: { plan: Plan; locale: Locale }) {
  const words = intakeWords(locale)
  const shown = [...lines]
    .sort((one, other) => ORDER[one.outcome] - ORDER[other.outcome] || one.line - other.line)
    .slice(0, MOST_SHOWN)
  return (
    <>
      {shown.length < lines.length && <p>{words.shown(shown.length, lines.length)}</p>}
      <table className="scim-plan" aria-label={words.result}>
        <thead>
          <tr>
            {[words.line, words.what, words.becomes, words.why].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <tr key={line.line} className={`scim-plan-${line.outcome}`}>
              <td>{line.line}</td>
              <th scope="row">{line.label || '–'}</th>
              <td>{words.outcome[line.outcome]}</td>
              <td>
                {reasonsOf(line, locale).map((reason) => (
                  <div key={reason}>{reason}</div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
