import { Missing } from '@/components/Missing'
import { agencyNow } from '@/portal/agency'
import { missingMetadata, pageLanguage } from '@/portal/page'

type Props = { params: Promise<{ lang: string }> }

export const generateMetadata = ({ params }: Props) => missingMetadata(params)

/** An address that nothing stands at: the house's own page says so, not the framework's. */
export default async function NowherePage({ params }: Props) {
  const { locale } = await pageLanguage(params)
  return <Missing locale={locale} languages={(await agencyNow()).languages} />
}
