import type { PayloadRequest } from 'payload'
import type { BookingRequest } from '@/domain/request'
import type { Receipt } from '@/domain/view'
import { instantOf } from '@/domain/zone'
import { env } from '@/env'
import type { Reservation } from '@/payload-types'
import { withPrepared } from '@/prepared'
import { bookingFacts } from './bookingFacts'
import { claimPlace, rememberAnswer } from './claimPlace'
import { createReservation } from './createReservation'
import { receiptOf } from './view'
import { writtenReservation } from './writtenReservation'

/** 422: the key was used for another content. */
export type Booked = { status: 200 | 201; body: Receipt } | { status: 422 }

/** Writes the request and what follows from it; the same door for the site, programs and calls. */
export async function book(
  req: PayloadRequest,
  request: BookingRequest,
  origin: { source: Reservation['source']; doubtful?: boolean },
): Promise<Booked> {
  const { startsAt, endsAt } = datesOf(request)
  // In this order, and in one journey: what the second reads is true under the locks of the first.
  const [claim, facts] = await Promise.all([
    claimPlace(req, request),
    bookingFacts(req, request, { startsAt, endsAt: endsAt ?? startsAt }),
  ])
  if (claim === 'other') return { status: 422 }
  if ('answered' in claim) return { status: 200, body: claim.answered }
  if (!facts) throw new Error('a property was locked that is not there')
  const { property } = claim
  if (facts.waitSeconds > 0) throw new TooManyUnanswered(facts.waitSeconds)

  const wish = {
    property,
    kind: request.kind,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt?.toISOString(),
    client: facts.client,
    note: request.note,
    locale: request.locale,
    source: origin.source,
    doubtful: origin.doubtful ?? false,
    requestKey: request.requestKey,
  }
  const created = await withPrepared(req, facts, () => createReservation(req, wish, facts))
  const row = writtenReservation(created, facts)
  const receipt = receiptOf(row, request.locale, facts.now)
  await rememberAnswer(req, request.requestKey, receipt)
  return { status: 201, body: receipt }
}

/** A stay's days become the local midnights they begin and end with. */
function datesOf(request: BookingRequest): { startsAt: Date; endsAt: Date | undefined } {
  const midnight = (day: string) => instantOf(day, '00:00', env.timeZone)
  return request.kind === 'sejour'
    ? { startsAt: midnight(request.startsAt), endsAt: midnight(request.endsAt) }
    : { startsAt: request.startsAt, endsAt: request.endsAt ?? undefined }
}

export class TooManyUnanswered extends Error {
  constructor(readonly seconds: number) {
    super('too many unanswered requests for one phone')
  }
}
