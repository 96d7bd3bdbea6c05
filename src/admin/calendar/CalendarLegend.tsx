import type { CalendarWords } from './words'

/** What the marks mean: each has a sign or a pattern beside its colour. */
export function CalendarLegend({ words }: { words: CalendarWords }) {
  const marks = [
    { look: 'scim-entry scim-entry-en_attente', sign: '?', meaning: words.held },
    { look: 'scim-entry scim-entry-confirmee', sign: '✓', meaning: words.confirmed },
    { look: 'scim-entry scim-outside', sign: '↗', meaning: words.elsewhere },
    { look: 'scim-entry scim-closed', sign: '', meaning: words.closed },
  ]
  return (
    <ul className="scim-legend" aria-label={words.legend}>
      {marks.map(({ look, sign, meaning }) => (
        <li key={look}>
          <span className={look} aria-hidden="true">
            {sign}
          </span>{' '}
          {meaning}
        </li>
      ))}
    </ul>
  )
}
