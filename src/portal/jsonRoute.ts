import { databaseRefusal, INTERRUPTED } from '@/databaseRefusal'
import type { Words } from '@/domain/status'
import type { FieldError } from '@/domain/view'
import { noteFailure } from '@/failure'
import { portalPayload } from './payload'

/** The one wrapper of the public JSON routes: size, shape, refusals, and no surprise told outside. */

const LARGEST = 64 * 1024
const PRIVATE = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' }

export function json(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Response {
  return Response.json(body, { status, headers: { ...PRIVATE, ...headers } })
}

export const refused = (status: number, errors: FieldError[], headers?: Record<string, string>) =>
  json(status, { errors }, headers)

/**
 * One sentence, in the language that the caller asks for; French where none is named.
 * @param path what of the request it is about; empty for all of it
 */
export function told(
  { headers }: Pick<Request, 'headers'>,
  status: number,
  words: Words,
  { path = '', headers: more }: { path?: string; headers?: Record<string, string> } = {},
): Response {
  const english = /^\s*en/i.test(headers.get('accept-language') ?? '')
  return refused(status, [{ path, message: words[english ? 'en' : 'fr'] }], more)
}

export const notFound = (request: Request) =>
  told(request, 404, {
    fr: 'Aucune réservation ne correspond.',
    en: 'No reservation matches.',
  })

export function tooMany(request: Request, retryAfterSeconds: number): Response {
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
 * A POST route with a JSON body.
 * @param isOpen whether the address leads anywhere: if not, what was posted there does not matter
 */
export async function jsonPost(
  request: Request,
  run: (body: unknown, caller: { address: string }) => Promise<Response>,
  isOpen: () => Promise<boolean> = () => Promise.resolve(true),
): Promise<Response> {
  let body: unknown
  try {
    body = JSON.parse((await readBytes(request, LARGEST)).toString() || 'null')
  } catch (error) {
    return guarded(request, async () => {
      if (!(await isOpen())) return notFound(request)
      return error instanceof TooLarge
        ? told(request, 413, TOO_LARGE)
        : told(request, 400, UNREADABLE)
    })
  }
  return guarded(request, () => run(body, { address: addressOf(request) }))
}

/** Runs a route; what the database refuses becomes a sentence, the rest is logged once. */
export async function guarded(request: Request, run: () => Promise<Response>): Promise<Response> {
  try {
    return await run()
  } catch (error) {
    const refusal = databaseRefusal(error)
    if (refusal && refusal.status < 500) return told(request, refusal.status, refusal.words)
    noteFailure(error)
    await portalPayload().then(
      ({ logger }) => logger.error({ err: error, msg: 'route failed' }),
      () => undefined, // Payload itself could not start; the answer below says so.
    )
    return told(request, 503, INTERRUPTED)
  }
}

/** The client's address, as the server in front of Next read it from the socket. */
export const addressOf = (request: Request) => request.headers.get('x-scim-address') ?? 'inconnue'
