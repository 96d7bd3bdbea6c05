import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import { fingerprintOf, type BookingRequest } from '@/domain/request'
import type { Receipt } from '@/domain/view'
import { instantOf } from '@/domain/zone'
import { env } from '@/env'
import type { Reservation } from '@/payload-types'
import { placeRefusal } from '@/placeRefusal'
import { hashOf } from '@/secrets'
import { clientFor } from './clientFor'
import { claimKey, rememberAnswer } from './idempotency'
import { unansweredLimit } from './unansweredLimit'
import { receiptOf, reservationRow } from './view'

/** 422: the key was used for another content. */
export type Booked = { status: 200 | 201; body: Receipt } | { status: 422 }

/** Writes the request and what follows from it; the same door for the site, programs and calls. */
export async function book(
  req: PayloadRequest,
  request: BookingRequest,
  origin: { source: Reservation['source']; doubtful?: boolean },
): Promise<Booked> {
  const earlier = await claimKey(req, request.requestKey, hashOf(fingerprintOf(request)))
  if (earlier === 'other') return { status: 422 }
  if (earlier) return { status: 200, body: earlier }
  const wait = await unansweredLimit(req, request.client.phone)
  if (wait > 0) throw new TooManyUnanswered(wait)

  const property = await propertyIdOf(req, request.property)
  if (property === null) throw placeRefusal('lien_inconnu', request.locale)
  const { payload } = req
  const created = await payload.create({
    collection: 'reservations',
    overrideAccess: true,
    depth: 0,
    req,
    data: {
      property,
      kind: request.kind,
      ...datesOf(request),
      client: await clientFor(req, request),
      note: request.note,
      locale: request.locale,
      source: origin.source,
      doubtful: origin.doubtful ?? false,
      requestKey: request.requestKey,
    } as never, // as: the hooks fill in what the type requires (reference, promise, hold).
  })
  const row = await reservationRow(req, { id: Number(created.id) })
  if (!row) throw new Error('a reservation just written cannot be read')
  const receipt = receiptOf(row, request.locale, new Date(row.createdAt))
  await rememberAnswer(req, request.requestKey, receipt)
  return { status: 201, body: receipt }
}

/** A stay's days become the local midnights they begin and end with. */
function datesOf(request: BookingRequest) {
  const instant = (day: string) => instantOf(day, '00:00', env.timeZone).toISOString()
  return request.kind === 'sejour'
    ? { startsAt: instant(request.startsAt), endsAt: instant(request.endsAt) }
    : {
        startsAt: request.startsAt.toISOString(),
        endsAt: request.endsAt?.toISOString(),
      }
}

async function propertyIdOf(req: PayloadRequest, property: number | string) {
  if (typeof property === 'number') return property
  const [row] = await rowsOf<{ id: number }>(
    req,
    sql`select id from properties where slug = ${property}`,
  )
  return row?.id ?? null
}

export class TooManyUnanswered extends Error {
  constructor(readonly seconds: number) {
    super('too many unanswered requests for one phone')
  }
}
