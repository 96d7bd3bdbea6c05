import { PropertyFilter } from '@/components/PropertyFilter'
import { PropertyTile } from '@/components/PropertyTile'
import { isKind } from '@/domain/request'
import { queryOf, type Query } from '@/portal/funnel'
import { pageLanguage } from '@/portal/page'
import { citiesOf, listProperties } from '@/portal/properties'
import { support } from '@/portal/support'

type Props = { params: Promise<{ lang: string }>; searchParams: Query }

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
      <h1>{t.home.title}</h1>
      <p className="lead">
        {promiseInWords ? t.home.lead(promiseInWords.delay) : t.home.leadStalled}
      </p>
      <PropertyFilter locale={locale} t={t} cities={cities} city={ville} kind={kind} />
      <p className="quiet" role="status">
        {properties.length > 0 ? t.home.count(properties.length) : t.home.none}
      </p>
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
