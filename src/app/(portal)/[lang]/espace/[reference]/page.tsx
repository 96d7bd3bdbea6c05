import type { Metadata } from 'next'
import { ReservationDetail } from '@/components/ReservationDetail'
import { clientPage } from '@/portal/clientPage'
import { queryOf, type Query } from '@/portal/funnel'
import { pageLanguage } from '@/portal/page'
import { plainSegment } from '@/portal/plainSegment'
import { unsentOn } from '@/portal/unsentMessage'

type Props = { params: Promise<{ lang: string; reference: string }>; searchParams: Query }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: plainSegment((await params).reference).slice(0, 20) }
}

export default async function ReservationPage({ params, searchParams }: Props) {
  const { locale, t } = await pageLanguage(params)
  const page = await clientPage((await params).reference, locale)
  const { fait = '' } = await queryOf(searchParams)
  const unsent = await unsentOn(page.reservation.reference)
  return <ReservationDetail locale={locale} t={t} page={page} done={fait} unsent={unsent} />
}
