import { href } from '@/i18n/paths'
import { provenToken } from '@/portal/clientPage'
import { formPost, localeOf, seeOther } from '@/portal/formPost'
import { writeMessage } from '@/portal/tracking'
import { forgetUnsent, keepUnsent } from '@/portal/unsentMessage'

type Context = { params: Promise<{ lang: string; reference: string }> }

const NOTICES = { 201: 'message', 400: 'vide', 404: 'refus', 429: 'trop' } as const

export const POST = (request: Request, { params }: Context) =>
  formPost(
    request,
    async ({ text }) => {
      const { lang, reference } = await params
      const locale = localeOf(lang)
      // First, so that no refusal and no fault loses what was typed.
      await keepUnsent(reference, text)
      const token = await provenToken(reference, locale)
      if (!token) return href(locale, '/suivi')
      const { status } = await writeMessage(token, { text }, 'one')
      if (status === 201) await forgetUnsent()
      return href(locale, `/espace/${reference}`, { fait: NOTICES[status] })
    },
    'message',
  )

export const GET = async (_request: Request, { params }: Context) => {
  const { lang, reference } = await params
  return seeOther(href(localeOf(lang), `/espace/${encodeURIComponent(reference)}`))
}
