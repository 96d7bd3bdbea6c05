import { alternatives, alternativeStays } from '@/domain/availability'
import type { BookingRequest } from '@/domain/request'
import type { Period } from '@/domain/view'
import { instantOf } from '@/domain/zone'
import { env } from '@/env'
import { offerOf } from '@/messaging/offer'
import { outside } from './payload'

const COUNT = 3
const MARGIN_DAYS = 62

/** Up to three free periods nearest to the one that was taken. */
export async function alternativesFor(request: BookingRequest): Promise<Period[]> {
  const wanted =
    request.kind === 'sejour'
      ? instantOf(request.startsAt, '00:00', env.timeZone)
      : request.startsAt
  const found = await offerOf(await outside(), request.property, wanted, wanted, MARGIN_DAYS)
  if (!found) return []
  const now = new Date()
  if (request.kind === 'sejour')
    return alternativeStays({
      offer: found.offer,
      from: request.startsAt,
      to: request.endsAt,
      now,
      count: COUNT,
    })
  return alternatives({ offer: found.offer, wanted: request.startsAt, now, count: COUNT }).map(
    ({ startsAt, endsAt }) => ({
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    }),
  )
}
