import type { Metadata } from 'next'
import { DecisionClosed } from '@/components/DecisionClosed'
import { DecisionForm } from '@/components/DecisionForm'
import { decisionWords } from '@/i18n/decision'
import { decisionPage } from '@/portal/decision'
import { pageLanguage } from '@/portal/page'
import { plainSegment } from '@/portal/plainSegment'

type Props = { params: Promise<{ lang: string; token: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await pageLanguage(params)
  return { title: decisionWords(locale).title }
}

export default async function DecisionPage({ params }: Props) {
  const { locale } = await pageLanguage(params)
  const { token } = await params
  const page = await decisionPage(plainSegment(token), locale)
  const words = decisionWords(locale)
  return page.open ? (
    <DecisionForm page={page} words={words} token={token} locale={locale} />
  ) : (
    <DecisionClosed page={page} words={words} />
  )
}
