import type { Metadata } from 'next'
import type { Agency } from '@/domain/agency'
import type { Locale } from '@/domain/status'
import type { PropertyDetail } from '@/domain/view'
import { env } from '@/env'
import { lookOf } from './agencyFiles'
import { inLanguages, publicAddress } from './publicAddress'

/** What others find of a property: search engines, and messengers that show a link's picture. */

const pathOf = ({ slug }: { slug: string }) => `/biens/${slug}`

/** Cut at a word, for search results (about 155 characters). */
export const shortened = (text: string) =>
  text.length <= 155 ? text : `${text.slice(0, 154).replace(/\s+\S*$/, '')}…`

export function propertyMetadata(
  property: PropertyDetail,
  locale: Locale,
  agency: Agency,
): Metadata {
  const description = shortened(property.description)
  const { title } = property
  return {
    title,
    description,
    alternates: inLanguages(agency, locale, pathOf(property)),
    openGraph: {
      type: 'website',
      siteName: agency.name[locale],
      locale: locale === 'fr' ? 'fr_FR' : 'en_GB',
      url: publicAddress(locale, pathOf(property)),
      title,
      description,
      images: [
        {
          url: `${publicAddress(locale, pathOf(property))}/apercu.jpg?v=${lookOf(agency)}`,
          width: 1200,
          height: 630,
          alt: title,
        },
      ],
    },
    twitter: { card: 'summary_large_image' },
  }
}

const PERIODS = { nuit: 'DAY', mois: 'MON', vente: undefined } as const

/** schema.org's description of an offer (https://schema.org/Offer); its price is whole units. */
export function structuredOffer(property: PropertyDetail, locale: Locale, agency: Agency) {
  const url = publicAddress(locale, pathOf(property))
  const unitCode = property.priceUnit ? PERIODS[property.priceUnit] : undefined
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: property.title,
    description: property.description,
    url,
    image: property.photos.map((photo) => new URL(photo.url, env.serverUrl).toString()),
    brand: { '@type': 'RealEstateAgent', name: agency.name[locale], url: env.serverUrl },
    ...(property.price === null
      ? {}
      : {
          offers: {
            '@type': 'Offer',
            url,
            price: property.price,
            priceCurrency: agency.currency,
            availability: 'https://schema.org/InStock',
            ...(unitCode
              ? {
                  priceSpecification: {
                    '@type': 'UnitPriceSpecification',
                    price: property.price,
                    priceCurrency: agency.currency,
                    unitCode,
                  },
                }
              : {}),
            areaServed: `${property.district}, ${property.city}`,
          },
        }),
  }
}
