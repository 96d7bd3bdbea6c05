import { money, type Currency } from '@/domain/currency'
import { KIND_LABELS, type Locale } from '@/domain/status'
import type { PropertyCard } from '@/domain/view'
import type { Dictionary } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'
import { Picture } from './Picture'

type Spoken = { currency: Currency; locale: Locale; t: Dictionary }
type Props = Spoken & { property: PropertyCard; first?: boolean }

export function priceText(property: PropertyCard, { currency, locale, t }: Spoken): string {
  if (property.price === null) return t.price.ask
  const amount = money(property.price, currency, locale)
  return property.priceUnit ? `${amount} ${t.price[property.priceUnit]}` : amount
}

export function PropertyTile({ property, currency, locale, t, first }: Props) {
  return (
    <li className="tile">
      {property.photo && (
        <Picture
          photo={{ ...property.photo, alt: '' }}
          first={first}
          sizes="(min-width: 64rem) 20rem, (min-width: 40rem) 46vw, 92vw"
        />
      )}
      <div className="tile-text">
        <h2>
          <a href={href(locale, `/biens/${property.slug}`)}>{property.title}</a>
        </h2>
        <p className="quiet">
          {property.district}, {property.city}
        </p>
        <p className="price">{priceText(property, { currency, locale, t })}</p>
        <ul className="kinds">
          {property.kinds.map((kind) => (
            <li key={kind}>{KIND_LABELS[kind][locale]}</li>
          ))}
        </ul>
      </div>
    </li>
  )
}
