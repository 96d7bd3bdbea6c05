import { href } from '@/i18n/paths'
import { formPost, localeOf, seeOther } from '@/portal/formPost'
import { forget } from '@/portal/session'
import { forgetUnsent } from '@/portal/unsentMessage'

type Context = { params: Promise<{ lang: string }> }

export const POST = (request: Request, { params }: Context) =>
  formPost(request, async () => {
    await forget()
    await forgetUnsent()
    return href(localeOf((await params).lang), '/espace')
  })

export const GET = async (_request: Request, { params }: Context) =>
  seeOther(href(localeOf((await params).lang), '/espace'))
