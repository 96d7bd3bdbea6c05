import { href } from '@/i18n/paths'
import { formPost, localeOf, seeOther } from '@/portal/formPost'
import { resume } from '@/portal/resume'

type Context = { params: Promise<{ lang: string; reference: string }> }

export const POST = (request: Request, { params }: Context) =>
  formPost(request, async (fields) => {
    const { lang, reference } = await params
    return resume(reference, fields, localeOf(lang))
  })

export const GET = async (_request: Request, { params }: Context) => {
  const { lang, reference } = await params
  return seeOther(href(localeOf(lang), `/espace/${encodeURIComponent(reference)}`))
}
