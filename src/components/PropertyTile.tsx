import { KIND_LABELS, type Locale } from '@/domain/status'
import type { PropertyCard } from '@/domain/view'
import { money } from '@/domain/wording'
import type { Dictionary } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'

type Props = { property: PropertyCard; locale: Locale; t: Dictionary; first?: boolean }

export function priceText(property: PropertyCard, locale: Locale, t: Dictionary): string {
  if (property.price === null) return t.price.ask
  const amount = money(property.price, locale)
  return property.priceUnit ? `${amount} ${t.price[property.priceUnit]}` : amount
}

export function PropertyTile({ property, locale, t, first }: Props) {
  const { photo } = property
  return (
    <li className="tile">
      {photo && (
        // Sizes are known and files small: Next's optimiser would only add a request.
        // eslint-disable-next-line @next/next/no-img-element
        <img
          src={photo.url}
          width={photo.width}
          height={photo.height}
          alt=""
          loading={first ? 'eager' : 'lazy'}
        />
      )}
      <div className="tile-text">
        <h2>
          <a href={href(locale, `/biens/${property.slug}`)}>{property.title}</a>
        </h2>
        <p className="quiet">
          {property.district}, {property.city}
        </p>
        <p className="price">{priceText(property, locale, t)}</p>
        <p className="quiet">
          {property.kinds.map((kind) => KIND_LABELS[kind][locale]).join(' · ')}
        </p>
      </div>
    </li>
  )
}
