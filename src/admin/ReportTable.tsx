import { percent } from '@/domain/report'
import { isKind } from '@/domain/request'
import { ACTOR_LABELS, KIND_LABELS, type Locale } from '@/domain/status'
import { durationInWords, monthInWords } from '@/domain/wording'
import type { Group, GroupTally } from './reportData'
import { adminWords } from './words'

type Props = { group: Group; rows: GroupTally[]; locale: Locale }

const PERCENT = { fr: '\u00a0%', en: '%' } as const
const DASH = '–'

function nameOf({ key }: GroupTally, group: Group, locale: Locale): string {
  if (group === 'total') return adminWords(locale).reports.all
  if (key && isKind(key)) return KIND_LABELS[key][locale]
  if (key && group === 'month') return monthInWords(key, locale)
  return key ?? ACTOR_LABELS.admin[locale]
}

export function ReportTable({ group, rows, locale }: Props) {
  const words = adminWords(locale).reports
  const span = (minutes: number | null) =>
    minutes === null ? DASH : durationInWords(Math.ceil(minutes), locale)
  const ordered =
    group === 'month'
      ? [...rows].sort((one, other) => (other.key ?? '').localeCompare(one.key ?? ''))
      : rows
  if (rows.length === 0) return null
  return (
    <section className="scim-block">
      <h2>{words.groups[group]}</h2>
      <div className="scim-scroll" role="region" aria-label={words.groups[group]} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.columns[group]}</th>
              {[words.kept, words.requests, words.median, words.p90, words.expired].map((head) => (
                <th key={head} scope="col" className="number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ordered.map((row) => {
              const share = percent(row.kept, row.judged)
              return (
                <tr key={row.key ?? ''}>
                  <th scope="row">{nameOf(row, group, locale)}</th>
                  <td className="number">
                    {share === null
                      ? DASH
                      : `${share}${PERCENT[locale]} (${row.kept}/${row.judged})`}
                  </td>
                  <td className="number">{row.requests}</td>
                  <td className="number">{span(row.median)}</td>
                  <td className="number">{span(row.p90)}</td>
                  <td className="number">{row.expired}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}
