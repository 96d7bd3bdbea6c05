import type { Currency } from '@/domain/currency'
import { KIND_LABELS, type Locale } from '@/domain/status'
import type { PropertyDetail } from '@/domain/view'
import type { Dictionary } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'
import { isStayOnly, NextSlots } from './NextSlots'
import { Picture } from './Picture'
import { priceText } from './PropertyTile'

type Props = {
  t: Dictionary
  locale: Locale
  property: PropertyDetail
  currency: Currency
  days: { day: string; words: string; slots: { value: string; time: string }[] }[]
  /** Null while no time can be promised honestly. */
  delay: string | null
}

const SIZES = '(min-width: 56rem) 38rem, 92vw'

/** A property: what it looks like, what it costs, and the shortest way to ask for it. */
export function PropertyView({ t, locale, property, currency, days, delay }: Props) {
  const [first, ...others] = property.photos
  return (
    <article className="place">
      <header>
        <h1>{property.title}</h1>
        <p className="lead">
          {property.district}, {property.city}
        </p>
      </header>
      <div className="gallery">{first && <Picture photo={first} first sizes={SIZES} />}</div>
      <section className="book" aria-label={t.property.ask}>
        <p className="price">{priceText(property, { currency, locale, t })}</p>
        <ul className="kinds">
          {property.kinds.map((kind) => (
            <li key={kind}>{KIND_LABELS[kind][locale]}</li>
          ))}
        </ul>
        <p className="quiet">{delay ? t.property.promise(delay) : t.property.free}</p>
        {!isStayOnly(property) && (
          <a className="button" href={href(locale, '/reservation', { bien: property.slug })}>
            {t.property.ask}
          </a>
        )}
        <NextSlots property={property} days={days} locale={locale} t={t} />
      </section>
      <section className="narrow">
        <h2>{t.property.description}</h2>
        <p className="kept">{property.description}</p>
      </section>
      <div className="gallery">
        {others.map((photo) => (
          <Picture key={photo.url} photo={photo} sizes={SIZES} />
        ))}
      </div>
    </article>
  )
}
