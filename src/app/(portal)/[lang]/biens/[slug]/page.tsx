import type { Metadata } from 'next'
import { Missing } from '@/components/Missing'
import { PropertyView } from '@/components/PropertyView'
import { StructuredData } from '@/components/StructuredData'
import { agencyNow } from '@/portal/agency'
import { freeDays } from '@/portal/freeSlots'
import { twoWeeks } from '@/portal/funnel'
import { localeOf } from '@/portal/formPost'
import { propertyMetadata, structuredOffer } from '@/portal/offerData'
import { missingMetadata, pageLanguage } from '@/portal/page'
import { propertyBySlug } from '@/portal/properties'
import { support } from '@/portal/support'

type Props = { params: Promise<{ lang: string; slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, slug } = await params
  const property = await propertyBySlug(slug)
  return property
    ? propertyMetadata(property, localeOf(lang), await agencyNow())
    : missingMetadata(params)
}

export default async function PropertyPage({ params }: Props) {
  const { locale, t } = await pageLanguage(params)
  const property = await propertyBySlug((await params).slug)
  const agency = await agencyNow()
  if (!property) return <Missing locale={locale} languages={agency.languages} />
  const days = await freeDays(property, twoWeeks(), locale)
  const { promiseInWords } = await support(null, locale)
  const delay = promiseInWords?.within ?? null
  return (
    <>
      <PropertyView
        t={t}
        locale={locale}
        property={property}
        currency={agency.currency}
        days={days}
        delay={delay}
      />
      <StructuredData data={structuredOffer(property, locale, agency)} />
    </>
  )
}
