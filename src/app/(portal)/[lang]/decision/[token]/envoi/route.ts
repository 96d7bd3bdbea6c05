import { href } from '@/i18n/paths'
import { decideByLink } from '@/portal/decision'
import { formPost, localeOf, seeOther } from '@/portal/formPost'

type Params = { params: Promise<{ lang: string; token: string }> }

export async function POST(request: Request, { params }: Params) {
  const { lang, token } = await params
  return formPost(request, async ({ decision, note = '', vu }) => {
    const decided = await decideByLink(token, { status: decision, note: note.trim(), seen: vu })
    return pageOf(lang, token, decided ? decision : 'rien')
  })
}

export const GET = async (_request: Request, { params }: Params) => {
  const { lang, token } = await params
  return seeOther(pageOf(lang, token))
}

const pageOf = (lang: string, token: string, fait?: string) =>
  href(localeOf(lang), `/decision/${encodeURIComponent(token)}`, { fait })
