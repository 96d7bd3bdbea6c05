import { agenda } from '@/portal/agenda'
import { guarded, json } from '@/portal/jsonRoute'
import { withMachine } from '@/portal/machineRoute'

export const dynamic = 'force-dynamic'

export const GET = (request: Request) =>
  guarded(request, () =>
    withMachine(request, { scope: 'lire', required: true }, async () => {
      const { status, ...body } = await agenda(new URL(request.url).searchParams)
      return json(status, body)
    }),
  )
