import { href } from '@/i18n/paths'
import { pageLanguage } from '@/portal/page'

type Props = { params: Promise<{ lang: string; token: string }> }

/** Mail programs open links by themselves: looking at this page uses nothing up and tells nothing. */
export default async function AccessLinkPage({ params }: Props) {
  const { locale, t } = await pageLanguage(params)
  const { token } = await params
  return (
    <>
      <h1>{t.access.openTitle}</h1>
      <p>{t.access.openLead}</p>
      <form method="post" action={href(locale, `/espace/lien/${token}/ouvrir`)}>
        <button type="submit">{t.access.open}</button>
      </form>
    </>
  )
}
