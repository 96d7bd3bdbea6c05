import type { Metadata } from 'next'
import { Confirmation } from '@/components/Confirmation'
import { dictionaryOf } from '@/i18n/dictionary'
import { confirmationPage } from '@/portal/clientPage'
import { localeOf } from '@/portal/formPost'
import { pageLanguage } from '@/portal/page'

type Props = { params: Promise<{ lang: string; reference: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: dictionaryOf(localeOf((await params).lang)).confirmation.title }
}

export default async function ConfirmationPage({ params }: Props) {
  const { locale, t } = await pageLanguage(params)
  const page = await confirmationPage((await params).reference, locale)
  return <Confirmation locale={locale} t={t} page={page} />
}
