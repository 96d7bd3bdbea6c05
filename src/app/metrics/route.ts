import { guarded } from '@/portal/jsonRoute'
import { mayReadMetrics, metricsText } from '@/portal/metrics'

export const dynamic = 'force-dynamic'

/** For Prometheus. Without METRICS_TOKEN there is no such page. */
export const GET = (request: Request) =>
  guarded(request, async () => {
    if (!mayReadMetrics(request.headers.get('authorization')))
      return new Response('Not found\n', { status: 404 })
    const { text, type } = await metricsText()
    return new Response(text, { headers: { 'Content-Type': type, 'Cache-Control': 'no-store' } })
  })
