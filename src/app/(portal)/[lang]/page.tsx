import type { Metadata } from 'next'
import { Hero, NoProperty } from '@/components/Home'
import { PropertyFilter } from '@/components/PropertyFilter'
import { PropertyTile } from '@/components/PropertyTile'
import { isKind } from '@/domain/request'
import { agencyNow } from '@/portal/agency'
import { queryOf, type Query } from '@/portal/funnel'
import { inLanguages } from '@/portal/publicAddress'
import { pageLanguage } from '@/portal/page'
import { citiesOf, listProperties } from '@/portal/properties'
import { support } from '@/portal/support'

type Props = { params: Promise<{ lang: string }>; searchParams: Query }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await pageLanguage(params)
  const { title, description } = t.home
  return {
    title: { absolute: `${t.siteName} · ${title}` },
    description,
    alternates: inLanguages(await agencyNow(), locale, '/'),
  }
}

export default async function HomePage({ params, searchParams }: Props) {
  const { locale, t } = await pageLanguage(params)
  const { ville = '', type = '' } = await queryOf(searchParams)
  const kind = isKind(type) ? type : undefined
  const agency = await agencyNow()
  const [properties, cities, { promiseInWords }] = await Promise.all([
    listProperties({ city: ville || undefined, kind }),
    citiesOf(agency.cities),
    support(null, locale),
  ])
  return (
    <>
      <Hero t={t} delay={promiseInWords?.within ?? null} />
      <PropertyFilter locale={locale} t={t} cities={cities} city={ville} kind={kind} />
      <p className="quiet" role="status">
        {properties.length > 0 ? t.home.count(properties.length) : t.home.none}
      </p>
      {properties.length === 0 && <NoProperty t={t} locale={locale} />}
      <ul className="tiles">
        {properties.map((property, index) => (
          <PropertyTile
            key={property.id}
            property={property}
            currency={agency.currency}
            locale={locale}
            t={t}
            first={index === 0}
          />
        ))}
      </ul>
    </>
  )
}
