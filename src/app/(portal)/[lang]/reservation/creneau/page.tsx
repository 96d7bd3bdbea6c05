import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SlotQuestion } from '@/components/SlotQuestion'
import { StayQuestion } from '@/components/StayQuestion'
import { TakenNotice } from '@/components/TakenNotice'
import { isKind } from '@/domain/request'
import { dictionaryOf } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'
import { localeOf } from '@/portal/formPost'
import { answersOf, chosenProperty, queryOf, type Query } from '@/portal/funnel'
import { pageLanguage } from '@/portal/page'
import { momentStep } from '@/portal/momentStep'

type Props = { params: Promise<{ lang: string }>; searchParams: Query }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const t = dictionaryOf(localeOf((await params).lang)).funnel
  const { erreurs, type } = await queryOf(searchParams)
  const title = type === 'sejour' ? t.stay.title : t.slot.title
  return { title: `${erreurs ? t.errorPrefix : ''}${title}` }
}

export default async function MomentPage({ params, searchParams }: Props) {
  const { locale, t } = await pageLanguage(params)
  const query = await queryOf(searchParams)
  const answers = answersOf(query)
  const property = await chosenProperty(answers)
  if (!property || !isKind(answers.type) || !property.kinds.includes(answers.type))
    redirect(href(locale, '/reservation', { bien: property?.slug, erreurs: '1' }))
  const step = await momentStep(property, answers, query, locale)
  return (
    <>
      {step.taken && <TakenNotice t={t} locale={locale} {...step.taken} />}
      {step.kind === 'sejour' ? (
        <StayQuestion t={t} locale={locale} step={step} />
      ) : (
        <SlotQuestion t={t} locale={locale} step={step} />
      )}
    </>
  )
}
