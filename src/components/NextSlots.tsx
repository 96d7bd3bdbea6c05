import type { Locale } from '@/domain/status'
import type { PropertyDetail } from '@/domain/view'
import type { Dictionary } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'

type Day = { day: string; words: string; slots: { value: string; time: string }[] }
type Props = { property: PropertyDetail; days: Day[]; locale: Locale; t: Dictionary }

const SHOWN = 4

/** Nothing to choose before the nights: one way in is enough. */
export const isStayOnly = ({ kinds }: PropertyDetail) => kinds.every((one) => one === 'sejour')

/** The next free days, each a short way into the funnel. */
export function NextSlots({ property, days, locale, t }: Props) {
  const [kind] = property.kinds.filter((one) => one !== 'sejour')
  const at = (query: Record<string, string>) =>
    href(locale, '/reservation/creneau', { bien: property.slug, ...query })
  return (
    <>
      {property.kinds.includes('sejour') && (
        <a
          className={isStayOnly(property) ? 'button' : 'button second'}
          href={at({ type: 'sejour' })}
        >
          {t.property.stay}
        </a>
      )}
      {kind && (
        <>
          <h2>{t.property.next}</h2>
          {days.length === 0 && <p>{t.property.none}</p>}
          <ul>
            {days.slice(0, SHOWN).map(({ day, words, slots }) => (
              <li key={day}>
                <a href={at({ type: kind, jour: day })}>
                  {words} <span className="quiet">{t.funnel.slot.free(slots.length)}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
