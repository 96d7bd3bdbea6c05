import { guarded, json, refused } from '@/portal/jsonRoute'
import { publicSlots } from '@/portal/publicSlots'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ id: string }> }

export const GET = (request: Request, { params }: Context) =>
  guarded(request, async () => {
    const { id } = await params
    const answer = await publicSlots(id, new URL(request.url).searchParams)
    return answer.status === 200
      ? json(200, { slots: answer.slots })
      : refused(answer.status, answer.errors)
  })
