import { json, postAnswer, type Answer, type Asked } from './jsonRoute'
import { withMachine } from './machineRoute'
import { requestReservation } from './requestReservation'

/**
 * `POST /api/reservations/request`: open to everybody; a program with a key is counted by its key
 * instead of its address.
 */
export const requestRoute = (asked: Asked): Promise<Answer> =>
  postAnswer(asked, (body, { address }) =>
    withMachine(asked, { scope: 'reserver', required: false }, async (machine) => {
      const answer = await requestReservation(body, { address, source: 'api', machine })
      const headers: Record<string, string> =
        answer.status === 429 ? { 'Retry-After': String(answer.retryAfterSeconds) } : {}
      return json(answer.status, answer.body, headers)
    }),
  )
