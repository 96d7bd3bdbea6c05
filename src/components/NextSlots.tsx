import type { Locale } from '@/domain/status'
import type { PropertyDetail } from '@/domain/view'
import type { Dictionary } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'

type Day = { day: string; words: string; slots: { value: string; time: string }[] }
type Props = { property: PropertyDetail; days: Day[]; locale: Locale; t: Dictionary }

/** The next free days, each a short way into the funnel. */
export function NextSlots({ property, days, locale, t }: Props) {
  const kinds = property.kinds.filter((kind) => kind !== 'sejour')
  return (
    <>
      {kinds.length > 0 && (
        <>
          <h2>{t.property.next}</h2>
          {days.length === 0 && <p>{t.property.none}</p>}
          <ul>
            {days.slice(0, 5).map(({ day, words, slots }) => (
              <li key={day}>
                <a
                  href={href(locale, '/reservation/creneau', {
                    bien: property.slug,
                    type: kinds[0],
                    semaine: day,
                  })}
                >
                  {words}
                </a>{' '}
                <span className="quiet">({t.funnel.slot.free(slots.length)})</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {property.kinds.includes('sejour') && (
        <p className="actions">
          <a
            className="button second"
            href={href(locale, '/reservation/creneau', { bien: property.slug, type: 'sejour' })}
          >
            {t.property.stay}
          </a>
        </p>
      )}
    </>
  )
}
