import { calendarEntry } from '@/portal/calendar'
import { guarded, notFound } from '@/portal/jsonRoute'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ token: string }> }

export const GET = (request: Request, { params }: Context) =>
  guarded(request, async () => {
    const { token } = await params
    const entry = await calendarEntry(token)
    if (!entry) return notFound(request)
    return new Response(entry.text, {
      headers: {
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': `attachment; filename="${entry.reference}.ics"`,
        'Cache-Control': 'no-store',
        'Referrer-Policy': 'same-origin',
      },
    })
  })
