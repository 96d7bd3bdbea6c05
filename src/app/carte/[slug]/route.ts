import { spokenTo } from '@/domain/agency'
import { cardHtml, cardPage } from '@/domain/card'
import { agencyNow } from '@/portal/agency'
import { cardOf } from '@/portal/card'
import { guarded } from '@/portal/jsonRoute'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ slug: string }> }

/** The card of a property for other sites: a page to frame, or with `?partie` what stands in it. */
export const GET = (request: Request, { params }: Context) =>
  guarded(request, async () => {
    const { slug } = await params
    const { searchParams } = new URL(request.url)
    const locale = spokenTo(await agencyNow(), searchParams.get('lang'))
    const headers = {
      'Access-Control-Allow-Origin': '*',
      'X-Robots-Tag': 'noindex',
      'Cache-Control': 'public, max-age=60',
    }
    const card = await cardOf(slug, locale)
    if (!card)
      return new Response('Not found\n', {
        status: 404,
        headers: { ...headers, 'Content-Type': 'text/plain' },
      })
    const html = searchParams.has('partie') ? cardHtml(card, locale) : cardPage(card, locale)
    return new Response(html, {
      headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' },
    })
  })
