import { isStopping } from '@/stopping'

export const dynamic = 'force-dynamic'

/**
 * 200 while the process lives, whatever else is down, so that pages can still say so; its word tells
 * a proxy when this server takes no more requests for long.
 */
export const GET = () =>
  Response.json(
    { status: isStopping() ? 'stopping' : 'ok' },
    { headers: { 'Cache-Control': 'no-store' } },
  )
