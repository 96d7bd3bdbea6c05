import { databaseRefusal, INTERRUPTED } from '@/databaseRefusal'
import type { Words } from '@/domain/status'
import type { FieldError } from '@/domain/view'
import { noteFailure } from '@/failure'
import { portalPayload } from './payload'

/**
 * The one wrapper of the public JSON routes: size, shape, refusals, and no surprise told outside. What
 * takes an `Asked` knows neither Next's `Request` nor Node's: the server may answer it without Next.
 */

/** Whatever has headers: a web `Request`, or what Node read from the socket. */
export type Headed = { headers: { get(name: string): string | null } }
export type Asked = Headed & {
  /** @throws TooLarge */
  bytes(most: number): Promise<Buffer>
}
export type Answer = { status: number; body: unknown; headers: Record<string, string> }

const LARGEST = 64 * 1024
const PRIVATE = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' }

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return { status, body, headers: { ...PRIVATE, ...headers } }
}

const toResponse = (answer: Answer | Response): Response =>
  answer instanceof Response
    ? answer
    : Response.json(answer.body, { status: answer.status, headers: answer.headers })

export const refused = (status: number, errors: FieldError[], headers?: Record<string, string>) =>
  json(status, { errors }, headers)

/**
 * One sentence, in the language that the caller asks for; French where none is named.
 * @param path what of the request it is about; empty for all of it
 */
export function told(
  { headers }: Headed,
  status: number,
  words: Words,
  { path = '', headers: more }: { path?: string; headers?: Record<string, string> } = {},
): Answer {
  const english = /^\s*en/i.test(headers.get('accept-language') ?? '')
  return refused(status, [{ path, message: words[english ? 'en' : 'fr'] }], more)
}

export const notFound = (request: Headed) =>
  told(request, 404, {
    fr: 'Aucune réservation ne correspond.',
    en: 'No reservation matches.',
  })

export function tooMany(request: Headed, retryAfterSeconds: number): Answer {
  const minutes = Math.ceil(retryAfterSeconds / 60)
  const words = {
    fr: `Trop d’essais : réessayez dans ${minutes} min.`,
    en: `Too many attempts: try again in ${minutes} min.`,
  }
  return told(request, 429, words, { headers: { 'Retry-After': String(retryAfterSeconds) } })
}

export class TooLarge extends Error {}

/** @throws TooLarge as soon as more has come, whatever the length was said to be */
export async function readBytes(request: Request, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength
    if (size > most) throw new TooLarge()
    chunks.push(part.value)
  }
  return Buffer.concat(chunks)
}

const TOO_LARGE = {
  fr: 'La demande dépasse 64 Ko.',
  en: 'The request is larger than 64 KB.',
}
const UNREADABLE = {
  fr: 'La demande n’est pas du JSON lisible.',
  en: 'The request is no readable JSON.',
}

/**
 * A POST with a JSON body.
 * @param isOpen whether the address leads anywhere: if not, what was posted there does not matter
 */
export async function postAnswer(
  asked: Asked,
  run: (body: unknown, caller: { address: string }) => Promise<Answer>,
  isOpen: () => Promise<boolean> = () => Promise.resolve(true),
): Promise<Answer> {
  let body: unknown
  try {
    body = JSON.parse((await asked.bytes(LARGEST)).toString() || 'null')
  } catch (error) {
    return answered(asked, async () => {
      if (!(await isOpen())) return notFound(asked)
      return error instanceof TooLarge ? told(asked, 413, TOO_LARGE) : told(asked, 400, UNREADABLE)
    })
  }
  return answered(asked, () => run(body, { address: addressOf(asked) }))
}

/** What the database refuses becomes a sentence, the rest is logged once. */
async function answered<Result>(
  asked: Headed,
  run: () => Promise<Result>,
): Promise<Result | Answer> {
  try {
    return await run()
  } catch (error) {
    const refusal = databaseRefusal(error)
    if (refusal && refusal.status < 500) return told(asked, refusal.status, refusal.words)
    noteFailure(error)
    await portalPayload().then(
      ({ logger }) => logger.error({ err: error, msg: 'route failed' }),
      () => undefined, // Payload itself could not start; the answer below says so.
    )
    return told(asked, 503, INTERRUPTED)
  }
}

/** The same for a route of Next's. */
export const jsonPost = async (
  request: Request,
  run: Parameters<typeof postAnswer>[1],
  isOpen?: Parameters<typeof postAnswer>[2],
): Promise<Response> => toResponse(await postAnswer(askedBy(request), run, isOpen))

/** Runs a route of Next's. */
export const guarded = async (
  request: Request,
  run: () => Promise<Answer | Response>,
): Promise<Response> => toResponse(await answered(request, run))

/** A route that the server may answer without Next, as one of Next's. */
export const throughNext = (route: (asked: Asked) => Promise<Answer>) => async (request: Request) =>
  toResponse(await route(askedBy(request)))

const askedBy = (request: Request): Asked => ({
  headers: request.headers,
  bytes: (most) => readBytes(request, most),
})

/** The client's address, as the server in front of Next read it from the socket. */
export const addressOf = (asked: Headed) => asked.headers.get('x-scim-address') ?? 'inconnue'
