import type { Metadata } from 'next'
import { Hero, NoProperty } from '@/components/Home'
import { PropertyFilter } from '@/components/PropertyFilter'
import { PropertyTile } from '@/components/PropertyTile'
import { isKind } from '@/domain/request'
import { dictionaryOf } from '@/i18n/dictionary'
import { localeOf } from '@/portal/formPost'
import { queryOf, type Query } from '@/portal/funnel'
import { inLanguages } from '@/portal/publicAddress'
import { pageLanguage } from '@/portal/page'
import { citiesOf, listProperties } from '@/portal/properties'
import { support } from '@/portal/support'

type Props = { params: Promise<{ lang: string }>; searchParams: Query }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).lang)
  const { title, description } = dictionaryOf(locale).home
  return {
    title: { absolute: `SCIM Immobilier · ${title}` },
    description,
    alternates: inLanguages(locale, '/'),
  }
}

export default async function HomePage({ params, searchParams }: Props) {
  const { locale, t } = await pageLanguage(params)
  const { ville = '', type = '' } = await queryOf(searchParams)
  const kind = isKind(type) ? type : undefined
  const [properties, cities, { promiseInWords }] = await Promise.all([
    listProperties({ city: ville || undefined, kind }),
    citiesOf(),
    support(null, locale),
  ])
  return (
    <>
      <Hero t={t} delay={promiseInWords?.delay ?? null} />
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
            locale={locale}
            t={t}
            first={index === 0}
          />
        ))}
      </ul>
    </>
  )
}
