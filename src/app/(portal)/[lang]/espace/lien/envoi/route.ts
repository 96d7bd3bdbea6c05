import { href } from '@/i18n/paths'
import { askAccessLink } from '@/portal/accessLink'
import { formPost, localeOf, seeOther } from '@/portal/formPost'

type Context = { params: Promise<{ lang: string }> }

export const POST = (request: Request, { params }: Context) =>
  formPost(request, async ({ email }) => {
    const locale = localeOf((await params).lang)
    const asked = await askAccessLink(email, locale)
    if (asked.status === 'taken') return href(locale, '/espace/lien', { fait: 'demande' })
    if (asked.status === 'unreadable') return href(locale, '/espace/lien', { erreur: 'adresse' })
    const minutes = String(Math.ceil(asked.retryAfterSeconds / 60))
    return href(locale, '/espace/lien', { erreur: 'trop', minutes })
  })

export const GET = async (_request: Request, { params }: Context) =>
  seeOther(href(localeOf((await params).lang), '/espace/lien'))
