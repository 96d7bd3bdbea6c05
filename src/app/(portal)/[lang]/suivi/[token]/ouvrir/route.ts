import { href } from '@/i18n/paths'
import { localeOf, seeOther } from '@/portal/formPost'
import { guarded } from '@/portal/jsonRoute'
import { prove } from '@/portal/session'
import { openByToken } from '@/portal/tracking'

type Context = { params: Promise<{ lang: string; token: string }> }

/** Opens the client's space on this device. Nothing is written but the cookie. */
export const GET = (request: Request, { params }: Context) =>
  guarded(request, async () => {
    const { lang, token } = await params
    const locale = localeOf(lang)
    const opened = await openByToken(token)
    if (!opened) return seeOther(href(locale, '/suivi'))
    await prove(opened.reference)
    return seeOther(href(locale, `/espace/${opened.reference}`))
  })
