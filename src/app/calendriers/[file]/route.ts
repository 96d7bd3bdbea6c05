import { feedAnswer } from '@/portal/feed'
import { guarded } from '@/portal/jsonRoute'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ file: string }> }

/** Calendars that programs subscribe to, each at an address of its own that nobody can guess. */
export const GET = (request: Request, { params }: Context) =>
  guarded(request, async () => {
    const { file } = await params
    const answer = await feedAnswer(file, request.headers.get('if-none-match'))
    if (!answer)
      return new Response('Not found\n', {
        status: 404,
        headers: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' },
      })
    const headers = {
      ETag: answer.etag,
      'Cache-Control': 'private, no-cache',
      'X-Robots-Tag': 'noindex',
      'Content-Type': 'text/calendar; charset=utf-8',
    }
    return answer.text === null
      ? new Response(null, { status: 304, headers })
      : new Response(answer.text, { headers })
  })
