import { agencyNow } from '@/portal/agency'
import { apiDescription } from '@/portal/apiDescription'
import { guarded } from '@/portal/jsonRoute'

export const dynamic = 'force-dynamic'

/** For tools in any page: it tells nothing that is not public. */
export const GET = (request: Request) =>
  guarded(request, async () =>
    Response.json(apiDescription(await agencyNow()), {
      headers: { 'Cache-Control': 'public, max-age=300', 'Access-Control-Allow-Origin': '*' },
    }),
  )
