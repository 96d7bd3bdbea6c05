import type { Metadata } from 'next'
import { Offline } from '@/components/Offline'
import { dictionaryOf } from '@/i18n/dictionary'
import { localeOf } from '@/portal/formPost'
import { pageLanguage } from '@/portal/page'
import { support } from '@/portal/support'

type Props = { params: Promise<{ lang: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = dictionaryOf(localeOf((await params).lang)).offline
  return { title, robots: { index: false } }
}

export default async function OfflinePage({ params }: Props) {
  const { locale, t } = await pageLanguage(params)
  return <Offline t={t} contact={await support(null, locale)} />
}
