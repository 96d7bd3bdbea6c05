import { href } from '@/i18n/paths'
import { formPost, localeOf, seeOther } from '@/portal/formPost'
import { answersOf } from '@/portal/funnel'
import { sendRequest } from '@/portal/sendRequest'

type Context = { params: Promise<{ lang: string }> }

export const POST = (request: Request, { params }: Context) =>
  formPost(
    request,
    async (fields, { address }) =>
      sendRequest(answersOf(fields), address, localeOf((await params).lang)),
    'demande',
  )

export const GET = async (_request: Request, { params }: Context) =>
  seeOther(href(localeOf((await params).lang), '/reservation'))
