import { href } from '@/i18n/paths'
import { formPost, localeOf, seeOther } from '@/portal/formPost'
import { prove } from '@/portal/session'
import { findByContact, noteOpened } from '@/portal/tracking'

type Context = { params: Promise<{ lang: string }> }

export const POST = (request: Request, { params }: Context) =>
  formPost(request, async ({ reference, contact }, { address }) => {
    const locale = localeOf((await params).lang)
    if (!reference?.trim() || !contact?.trim())
      return href(locale, '/suivi', { erreur: 'vide', reference: reference?.trim().slice(0, 20) })
    const found = await findByContact({ reference, contact }, address)
    if (found.status === 200) {
      await prove(found.reference)
      await noteOpened(found.reference)
      return href(locale, `/espace/${found.reference}`)
    }
    const minutes = found.status === 429 ? String(Math.ceil(found.retryAfterSeconds / 60)) : ''
    return href(locale, '/suivi', { erreur: '1', minutes, reference: reference?.slice(0, 20) })
  })

export const GET = async (_request: Request, { params }: Context) =>
  seeOther(href(localeOf((await params).lang), '/suivi'))
