import { href } from '@/i18n/paths'
import { decideByLink } from '@/portal/decision'
import { formPost, localeOf, seeOther } from '@/portal/formPost'

type Params = { params: Promise<{ lang: string; token: string }> }

export async function POST(request: Request, { params }: Params) {
  const { lang, token } = await params
  return formPost(request, async ({ decision, note = '' }) => {
    const wish = { status: decision, note: note.trim() }
    const decided = await decideByLink(decodeURIComponent(token), wish)
    return href(localeOf(lang), `/decision/${token}`, { fait: decided ? decision : 'rien' })
  })
}

export const GET = async (_request: Request, { params }: Params) => {
  const { lang, token } = await params
  return seeOther(href(localeOf(lang), `/decision/${encodeURIComponent(token)}`))
}
