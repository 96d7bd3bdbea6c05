import { json, jsonPost } from '@/portal/jsonRoute'
import { requestReservation } from '@/portal/requestReservation'

export const dynamic = 'force-dynamic'

export const POST = (request: Request) =>
  jsonPost(request, async (body, { address }) => {
    const answer = await requestReservation(body, { address, source: 'api' })
    const headers: Record<string, string> =
      answer.status === 429 ? { 'Retry-After': String(answer.retryAfterSeconds) } : {}
    return json(answer.status, answer.body, headers)
  })
