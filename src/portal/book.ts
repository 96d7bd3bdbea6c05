import type { PayloadRequest } from 'payload'
import type { BookingRequest } from '@/domain/request'
import type { Receipt } from '@/domain/view'
import { instantOf } from '@/domain/zone'
import { env } from '@/env'
import type { Reservation } from '@/payload-types'
import { withPrepared } from '@/prepared'
import { takeTurnFirst, type Limit } from '@/rateLimit'
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
  counted: Counted | null = null,
): Promise<Booked> {
  const { startsAt, endsAt } = datesOf(request)
  const turn = counted && (await takeTurnFirst(req, counted.limit, counted.who))
  // In this order, and in one journey: what the third reads is true under the locks of the second.
  const [, claim, facts] = await allOf([
    turn?.answer.then(orTooMany),
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

/** What all answer, once all have: nothing goes on in a transaction that is given up. */
async function allOf<Answers extends unknown[]>(
  asked: Answers,
): Promise<{ [Index in keyof Answers]: Awaited<Answers[Index]> }> {
  await Promise.allSettled(asked)
  return Promise.all(asked)
}

function orTooMany({ retryAfterSeconds }: { retryAfterSeconds: number }) {
  if (retryAfterSeconds > 0) throw new TooManyRequests(retryAfterSeconds)
}

/** A stay's days become the local midnights they begin and end with. */
function datesOf(request: BookingRequest): { startsAt: Date; endsAt: Date | undefined } {
  const midnight = (day: string) => instantOf(day, '00:00', env.timeZone)
  return request.kind === 'sejour'
    ? { startsAt: midnight(request.startsAt), endsAt: midnight(request.endsAt) }
    : { startsAt: request.startsAt, endsAt: request.endsAt ?? undefined }
}

/** Whose requests are counted, and up to how many. */
export type Counted = { limit: Limit; who: string }

export class TooManyRequests extends Error {
  constructor(readonly seconds: number) {
    super('too many requests from one address')
  }
}

export class TooManyUnanswered extends Error {
  constructor(readonly seconds: number) {
    super('too many unanswered requests for one phone')
  }
}
