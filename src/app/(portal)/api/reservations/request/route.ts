import { json, jsonPost } from '@/portal/jsonRoute'
import { withMachine } from '@/portal/machineRoute'
import { requestReservation } from '@/portal/requestReservation'

export const dynamic = 'force-dynamic'

/** Open to everybody; a program with a key is counted by its key instead of its address. */
export const POST = (request: Request) =>
  jsonPost(request, (body, { address }) =>
    withMachine(request, { scope: 'reserver', required: false }, async (machine) => {
      const answer = await requestReservation(body, { address, source: 'api', machine })
      const headers: Record<string, string> =
        answer.status === 429 ? { 'Retry-After': String(answer.retryAfterSeconds) } : {}
      return json(answer.status, answer.body, headers)
    }),
  )
