import { redirect } from 'next/navigation'
import { Missing } from '@/components/Missing'
import { href } from '@/i18n/paths'
import { agencyNow } from '@/portal/agency'
import { missingMetadata, pageLanguage } from '@/portal/page'
import { openByToken } from '@/portal/tracking'

type Props = { params: Promise<{ lang: string; token: string }> }

export const generateMetadata = ({ params }: Props) => missingMetadata(params)

/** A page cannot set the cookie, so a good link goes on to the route that does. */
export default async function TrackingLinkPage({ params }: Props) {
  const { locale } = await pageLanguage(params)
  const opened = await openByToken((await params).token)
  if (!opened) return <Missing locale={locale} languages={(await agencyNow()).languages} />
  redirect(href(locale, `/suivi/${opened.token}/ouvrir`))
}
