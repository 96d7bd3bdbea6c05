import { notFound, redirect } from 'next/navigation'
import { href } from '@/i18n/paths'
import { pageLanguage } from '@/portal/page'
import { openByToken } from '@/portal/tracking'

type Props = { params: Promise<{ lang: string; token: string }> }

/** A page cannot set the cookie, so a good link goes on to the route that does. */
export default async function TrackingLinkPage({ params }: Props) {
  const { locale } = await pageLanguage(params)
  const opened = await openByToken((await params).token)
  if (!opened) notFound()
  redirect(href(locale, `/suivi/${opened.token}/ouvrir`))
}
