import { databaseRefusal } from '@/databaseRefusal'
import { inTransaction } from '@/database'
import { parseRequest, type BookingRequest } from '@/domain/request'
import { localeIn } from '@/domain/requestFaults'
import type { RequestAnswer } from '@/domain/view'
import { env } from '@/env'
import { dictionaryOf } from '@/i18n/dictionary'
import { placeRefusal } from '@/placeRefusal'
import { takeTurn, type Limit } from '@/rateLimit'
import { Refusal } from '@/refusal'
import { blind } from '@/secrets'
import { alternativesFor } from './alternatives'
import { book, TooManyUnanswered } from './book'
import { rememberRefusal } from './claimPlace'
import type { Machine } from './machine'
import { portalPayload } from './payload'
import { withPlaceFaults } from './placeFaults'

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
  if ('errors' in parsed)
    return {
      status: 400,
      body: { errors: await withPlaceFaults(parsed.errors, body, localeIn(body)) },
    }
  const { request } = parsed
  const booking = async (): Promise<RequestAnswer> => {
    const booked = await inTransaction(payload, {}, (req) => book(req, request, caller))
    return booked.status === 422 ? otherContent(request) : booked
  }
  try {
    return await booking()
  } catch (error) {
    const answer = await refusedAnswer(error, request, body)
    if (answer.status !== 409 || (await rememberRefusal(payload, request))) return answer
    // A copy of this request found the place free in between: its answer is the answer.
    return booking()
  }
}

async function refusedAnswer(
  error: unknown,
  request: BookingRequest,
  body: unknown,
): Promise<RequestAnswer> {
  if (error instanceof TooManyUnanswered) return unanswered(request, error.seconds)
  const refusal =
    databaseRefusal(error)?.code === '23P01' ? placeRefusal('pris', request.locale) : error
  if (!(refusal instanceof Refusal)) throw error
  const errors = [{ path: refusal.path, message: refusal.message }]
  if (refusal.code !== 'pris')
    return { status: 400, body: { errors: await withPlaceFaults(errors, body, request.locale) } }
  return { status: 409, body: { errors, alternatives: await alternativesFor(request) } }
}

function otherContent({ locale }: BookingRequest): RequestAnswer {
  const message =
    locale === 'fr'
      ? 'Cette demande a déjà été envoyée avec un autre contenu.'
      : 'This request was already sent with another content.'
  return { status: 422, body: { errors: [{ path: 'requestKey', message }] } }
}

/** Not by the clock alone: an answer or a cancellation ends it at once. */
function unanswered({ locale }: BookingRequest, retryAfterSeconds: number): RequestAnswer {
  const message = dictionaryOf(locale).funnel.tooMany.phone
  return { status: 429, body: { errors: [{ path: 'client.phone', message }] }, retryAfterSeconds }
}

function tooMany(body: unknown, retryAfterSeconds: number): RequestAnswer {
  const minutes = Math.ceil(retryAfterSeconds / 60)
  const message =
    localeIn(body) === 'en'
      ? `Too many requests at once: try again in ${minutes} min.`
      : `Trop de demandes à la fois : réessayez dans ${minutes} min.`
  return { status: 429, body: { errors: [{ path: '', message }] }, retryAfterSeconds }
}
