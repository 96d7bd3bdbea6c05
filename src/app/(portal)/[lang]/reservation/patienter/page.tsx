import { ContactLines } from '@/components/ContactLines'
import { queryOf, type Query } from '@/portal/funnel'
import { pageLanguage } from '@/portal/page'
import { support } from '@/portal/support'

type Props = { params: Promise<{ lang: string }>; searchParams: Query }

export default async function WaitPage({ params, searchParams }: Props) {
  const { locale, t } = await pageLanguage(params)
  const { minutes = '' } = await queryOf(searchParams)
  return (
    <>
      <h1>{t.funnel.tooMany.title}</h1>
      <p>{t.funnel.tooMany.text(Number.parseInt(minutes, 10) || 10)}</p>
      <ContactLines contact={await support(null, locale)} t={t} />
    </>
  )
}
