import { databaseRefusal } from '@/databaseRefusal'
import { inTransaction } from '@/database'
import { parseRequest, type BookingRequest } from '@/domain/request'
import { localeIn } from '@/domain/requestFaults'
import type { RequestAnswer } from '@/domain/view'
import { env } from '@/env'
import { dictionaryOf } from '@/i18n/dictionary'
import { placeRefusal } from '@/placeRefusal'
import { takeTurn, wasUp, type Limit } from '@/rateLimit'
import { Refusal } from '@/refusal'
import { blind } from '@/secrets'
import { alternativesFor } from './alternatives'
import { book, TooManyRequests, TooManyUnanswered, type Counted } from './book'
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
  const counted = caller.machine ? null : { limit: PER_ADDRESS, who: blind(caller.address) }
  const parsed = parseRequest(body, { country: env.country })
  const isAlone = counted && ('errors' in parsed || wasUp(counted.limit, counted.who))
  const turn = isAlone ? await takeTurn(payload, counted.limit, counted.who) : null
  if (turn && turn.retryAfterSeconds > 0) return tooMany(body, turn.retryAfterSeconds)
  if ('errors' in parsed) {
    const errors = await withPlaceFaults(parsed.errors, body, localeIn(body))
    return { status: 400, body: { errors } }
  }
  const { request } = parsed
  const booking = async (first: Counted | null): Promise<RequestAnswer> => {
    const booked = await inTransaction(payload, {}, (req) => book(req, request, caller, first))
    return booked.status === 422 ? otherContent(request) : booked
  }
  try {
    return await booking(turn ? null : counted)
  } catch (error) {
    if (error instanceof TooManyRequests) return tooMany(body, error.seconds)
    const answer = await refusedAnswer(error, request, body)
    if (answer.status !== 409 || (await rememberRefusal(payload, request))) return answer
    // A copy of this request found the place free in between: its answer is the answer.
    return booking(null)
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
