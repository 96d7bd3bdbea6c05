import { guarded, json, notFound } from '@/portal/jsonRoute'
import { receiptByToken } from '@/portal/tracking'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ token: string }> }

export const GET = (request: Request, { params }: Context) =>
  guarded(request, async () => {
    const { token } = await params
    const receipt = await receiptByToken(token)
    return receipt ? json(200, receipt) : notFound(request)
  })
