import type { TimelineEntry } from '@/domain/view'
import type { Dictionary } from '@/i18n/dictionary'

type Props = { entries: (TimelineEntry & { words: string })[]; t: Dictionary }

export function Timeline({ entries, t }: Props) {
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li key={`${entry.at} ${entry.status}`} className={entry.status}>
          <strong>{entry.label}</strong>
          <span className="quiet">
            <time dateTime={entry.at}>{entry.words}</time> · {t.page.by[entry.actor]}
          </span>
        </li>
      ))}
    </ol>
  )
}
