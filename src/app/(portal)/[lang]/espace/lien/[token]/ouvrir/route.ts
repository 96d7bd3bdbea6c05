import { href } from '@/i18n/paths'
import { spendAccessLink } from '@/portal/accessLink'
import { formPost, localeOf, seeOther } from '@/portal/formPost'
import { prove } from '@/portal/session'

type Context = { params: Promise<{ lang: string; token: string }> }

export const POST = (request: Request, { params }: Context) =>
  formPost(request, async () => {
    const { lang, token } = await params
    const locale = localeOf(lang)
    const references = await spendAccessLink(token)
    if (!references) return href(locale, '/espace/lien', { erreur: 'lien' })
    await prove(...references)
    return href(locale, '/espace')
  })

export const GET = async (_request: Request, { params }: Context) => {
  const { lang, token } = await params
  return seeOther(href(localeOf(lang), `/espace/lien/${encodeURIComponent(token)}`))
}
