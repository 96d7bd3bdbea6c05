import { takeBounce } from '@/portal/bounces'
import { guarded, json, refused } from '@/portal/jsonRoute'

export const dynamic = 'force-dynamic'

export const POST = (request: Request) =>
  guarded(request, async () => {
    const answer = await takeBounce(request, new Date())
    return answer.status === 200
      ? json(200, answer.body)
      : refused(answer.status, [{ path: '', message: answer.reason }])
  })
