import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NextSlots } from '@/components/NextSlots'
import { priceText } from '@/components/PropertyTile'
import { href } from '@/i18n/paths'
import { freeDays } from '@/portal/freeSlots'
import { twoWeeks } from '@/portal/funnel'
import { pageLanguage } from '@/portal/page'
import { propertyBySlug } from '@/portal/properties'

type Props = { params: Promise<{ lang: string; slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const property = await propertyBySlug((await params).slug)
  return { title: property?.title, description: property?.description.slice(0, 155) }
}

export default async function PropertyPage({ params }: Props) {
  const { locale, t } = await pageLanguage(params)
  const property = await propertyBySlug((await params).slug)
  if (!property) notFound()
  const days = await freeDays(property, twoWeeks(), locale)
  return (
    <>
      <h1>{property.title}</h1>
      <p className="lead">
        {property.district}, {property.city} · <strong>{priceText(property, locale, t)}</strong>
      </p>
      <div className="gallery">
        {property.photos.map((photo, index) => (
          // Small files of known size: Next's optimiser would only add a request.
          // eslint-disable-next-line @next/next/no-img-element
          <img
            key={photo.url}
            src={photo.url}
            width={photo.width}
            height={photo.height}
            alt={photo.alt}
            loading={index ? 'lazy' : 'eager'}
          />
        ))}
      </div>
      <p className="actions">
        <a className="button" href={href(locale, '/reservation', { bien: property.slug })}>
          {t.property.ask}
        </a>
      </p>
      <div className="narrow">
        <h2>{t.property.description}</h2>
        <p className="kept">{property.description}</p>
      </div>
      <NextSlots property={property} days={days} locale={locale} t={t} />
    </>
  )
}
