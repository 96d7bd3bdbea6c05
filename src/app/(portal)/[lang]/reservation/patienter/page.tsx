import type { Metadata } from 'next'
import { ContactLines } from '@/components/ContactLines'
import { queryOf, type Query } from '@/portal/funnel'
import { pageLanguage } from '@/portal/page'
import { support } from '@/portal/support'

type Props = { params: Promise<{ lang: string }>; searchParams: Query }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await pageLanguage(params)).t.funnel.tooMany.title }
}

export default async function WaitPage({ params, searchParams }: Props) {
  const { locale, t } = await pageLanguage(params)
  const { minutes = '', numero } = await queryOf(searchParams)
  const { title, text, phone } = t.funnel.tooMany
  return (
    <>
      <h1>{title}</h1>
      <p>{numero ? phone : text(Number.parseInt(minutes, 10) || 10)}</p>
      <ContactLines contact={await support(null, locale)} t={t} />
    </>
  )
}
