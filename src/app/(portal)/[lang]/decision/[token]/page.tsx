import type { Metadata } from 'next'
import { DecisionClosed } from '@/components/DecisionClosed'
import { DecisionForm } from '@/components/DecisionForm'
import { decisionWords } from '@/i18n/decision'
import { decisionPage } from '@/portal/decision'
import { queryOf, type Query } from '@/portal/funnel'
import { pageLanguage } from '@/portal/page'
import { plainSegment } from '@/portal/plainSegment'

type Props = { params: Promise<{ lang: string; token: string }>; searchParams: Query }

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { locale } = await pageLanguage(params)
  return { title: decisionWords(locale).title }
}

export default async function DecisionPage({ params, searchParams }: Props) {
  const { locale } = await pageLanguage(params)
  const { token } = await params
  const page = await decisionPage(plainSegment(token), locale)
  const words = decisionWords(locale)
  const { fait = '' } = await queryOf(searchParams)
  return page.open ? (
    <DecisionForm page={page} words={words} token={token} locale={locale} again={fait === 'rien'} />
  ) : (
    <DecisionClosed page={page} words={words} outcome={fait} />
  )
}
