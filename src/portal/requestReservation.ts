import type { PayloadRequest } from 'payload'
import { databaseRefusal } from '@/databaseRefusal'
import { inTransaction, rowsOf, sql } from '@/database'
import { fingerprintOf, parseRequest, type BookingRequest } from '@/domain/request'
import type { RequestAnswer } from '@/domain/view'
import { instantOf } from '@/domain/zone'
import { env } from '@/env'
import { placeRefusal } from '@/placeRefusal'
import { takeTurn, type Limit } from '@/rateLimit'
import { Refusal } from '@/refusal'
import { blind, hashOf } from '@/secrets'
import { alternativesFor } from './alternatives'
import { clientFor } from './clientFor'
import { claimKey, rememberAnswer } from './idempotency'
import type { Machine } from './machine'
import { portalPayload } from './payload'
import { unansweredLimit } from './unansweredLimit'
import { receiptOf, reservationRow } from './view'

export type Caller = {
  address: string
  source: 'portail' | 'api'
  doubtful?: boolean
  /** A program with a key, whose turns are counted by the key. */
  machine?: Machine | null
}

const PER_ADDRESS: Limit = { name: 'demande', most: 20, minutes: 10 }

/** Books. Everything a client can send ends in one of the answers of `RequestAnswer`. */
export async function requestReservation(body: unknown, caller: Caller): Promise<RequestAnswer> {
  const payload = await portalPayload()
  const { retryAfterSeconds } = caller.machine
    ? { retryAfterSeconds: 0 }
    : await takeTurn(payload, PER_ADDRESS, blind(caller.address))
  if (retryAfterSeconds > 0) return tooMany(body, retryAfterSeconds)
  const parsed = parseRequest(body, { country: env.country })
  if ('errors' in parsed) return { status: 400, body: { errors: parsed.errors } }
  const { request } = parsed
  try {
    return await inTransaction(payload, {}, (req) => book(req, request, caller))
  } catch (error) {
    return refusedAnswer(error, request)
  }
}

async function book(
  req: PayloadRequest,
  request: BookingRequest,
  caller: Caller,
): Promise<RequestAnswer> {
  const earlier = await claimKey(req, request.requestKey, hashOf(fingerprintOf(request)))
  if (earlier === 'other') return otherContent(request)
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
      source: caller.source,
      doubtful: caller.doubtful ?? false,
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

class TooManyUnanswered extends Error {
  constructor(readonly seconds: number) {
    super('too many unanswered requests for one phone')
  }
}

async function refusedAnswer(error: unknown, request: BookingRequest): Promise<RequestAnswer> {
  if (error instanceof TooManyUnanswered) return tooMany(request, error.seconds)
  const refusal =
    databaseRefusal(error)?.code === '23P01' ? placeRefusal('pris', request.locale) : error
  if (!(refusal instanceof Refusal)) throw error
  const errors = [{ path: refusal.path, message: refusal.message }]
  if (refusal.code !== 'pris') return { status: 400, body: { errors } }
  return { status: 409, body: { errors, alternatives: await alternativesFor(request) } }
}

function otherContent({ locale }: BookingRequest): RequestAnswer {
  const message =
    locale === 'fr'
      ? 'Cette demande a déjà été envoyée avec un autre contenu.'
      : 'This request was already sent with another content.'
  return { status: 422, body: { errors: [{ path: 'requestKey', message }] } }
}

function tooMany(body: unknown, retryAfterSeconds: number): RequestAnswer {
  const english =
    typeof body === 'object' && body !== null && 'locale' in body && body.locale === 'en'
  const minutes = Math.ceil(retryAfterSeconds / 60)
  const message = english
    ? `Too many requests at once: try again in ${minutes} min.`
    : `Trop de demandes à la fois : réessayez dans ${minutes} min.`
  return { status: 429, body: { errors: [{ path: '', message }] }, retryAfterSeconds }
}
