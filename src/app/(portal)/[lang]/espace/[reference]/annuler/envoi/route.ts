import { href } from '@/i18n/paths'
import { provenToken } from '@/portal/clientPage'
import { formPost, localeOf, seeOther } from '@/portal/formPost'
import { cancelByToken } from '@/portal/tracking'

type Context = { params: Promise<{ lang: string; reference: string }> }

export const POST = (request: Request, { params }: Context) =>
  formPost(request, async ({ note }) => {
    const { lang, reference } = await params
    const locale = localeOf(lang)
    const token = await provenToken(reference, locale)
    if (!token) return href(locale, '/suivi')
    const { status } = await cancelByToken(token, { note: note?.slice(0, 500) })
    const fait = status === 200 ? 'annulee' : 'refus'
    return href(locale, `/espace/${reference}`, { fait })
  })

export const GET = async (_request: Request, { params }: Context) => {
  const { lang, reference } = await params
  return seeOther(href(localeOf(lang), `/espace/${encodeURIComponent(reference)}`))
}
