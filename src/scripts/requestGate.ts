import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { clientAddress, networkOf, normalAddress } from '@/domain/address'
import { isForeignWrite } from '@/domain/origin'
import { pathOf, refuse } from './gateAnswer'
import { photoCaching, securityHeaders } from './securityHeaders'

/** What happens to every request before Next sees it. */

/** Only a proxy knows these; from anybody else they are a forgery. */
const PROXY_HEADERS = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
]

/**
 * Leaves only headers that may be believed, and says in `x-scim-address` whose request it is and in
 * `x-scim-path` what it asked for: Next tells a layout neither.
 */
export function cleanHeaders(
  { headers, socket, url }: Pick<IncomingMessage, 'headers' | 'socket' | 'url'>,
  trusted: (address: string) => boolean,
): void {
  const forwardedFor = headers['x-forwarded-for']
  const address = clientAddress({
    socketAddress: socket.remoteAddress,
    forwardedFor: Array.isArray(forwardedFor) ? forwardedFor.join(',') : forwardedFor,
    trusted,
  })
  const peer = normalAddress(socket.remoteAddress ?? '')
  if (!peer || !trusted(peer)) for (const name of PROXY_HEADERS) delete headers[name]
  // Next's own notes to itself: a request that brings them could skip steps.
  for (const name of Object.keys(headers))
    if (name.startsWith('x-middleware-')) delete headers[name]
  headers['x-scim-address'] = networkOf(address)
  headers['x-scim-path'] = url ?? '/'
}

export const isForeign = (
  { method, headers }: Pick<IncomingMessage, 'headers' | 'method'>,
  origins: string[],
) =>
  isForeignWrite(
    {
      method,
      host: headers.host,
      origin: headers.origin,
      referer: headers.referer,
      secFetchSite: headers['sec-fetch-site']?.toString(),
    },
    origins,
  )

/**
 * Says what the browser may do with the answer, whatever Next answers. Next reads the nonce from
 * the request's policy and puts it on its own scripts.
 */
export function secure(
  request: IncomingMessage,
  response: ServerResponse,
  site: { https: boolean; dev: boolean },
): void {
  const headers = securityHeaders(pathOf(request), randomBytes(16).toString('base64'), site)
  delete request.headers['content-security-policy-report-only']
  request.headers['content-security-policy'] = headers['Content-Security-Policy']
  const writeHead = response.writeHead
  response.writeHead = (...args: unknown[]) => {
    const caching = photoCaching(pathOf(request), Number(args[0]), request.headers)
    for (const [name, value] of Object.entries({ ...headers, ...caching }))
      response.setHeader(name, value)
    // as: the arguments are handed on as they came; writeHead has two shapes.
    return Reflect.apply(writeHead, response, args) as ServerResponse
  }
}

/** A page cannot set its own status: it leaves a note, and here it is read. */
export function tellMissing(response: ServerResponse, page: { readonly missing: boolean }): void {
  const writeHead = response.writeHead
  response.writeHead = (status: number, ...rest: unknown[]) =>
    // as: the other arguments are handed on as they came; writeHead has two shapes.
    Reflect.apply(writeHead, response, [
      page.missing && status === 200 ? 404 : status,
      ...rest,
    ]) as ServerResponse
}

/** Payload knows no HEAD: it is a GET, whose body Node leaves out by itself (RFC 9110, 9.3.2). */
export function readHead(request: Pick<IncomingMessage, 'method' | 'url'>): void {
  if (request.method === 'HEAD' && pathOf(request).startsWith('/api/')) request.method = 'GET'
}

export function isUnreadable({ headers, url }: Pick<IncomingMessage, 'headers' | 'url'>): boolean {
  if (isNobodys({ url })) return true
  // A form in parts that does not say what parts them.
  const type = headers['content-type'] ?? ''
  return /^multipart\//i.test(type) && !/boundary=[^\s;]/i.test(type)
}

/** An address that cannot be decoded, or names a character no text may hold, is nobody's page. */
function isNobodys({ url }: Pick<IncomingMessage, 'url'>): boolean {
  if (/%00/.test(url ?? '')) return true
  try {
    const path = decodeURIComponent(pathOf({ url }))
    return path.includes('\u0000') || isInherited(path)
  } catch {
    return true // Broken percent signs or no UTF-8: that is the answer asked for.
  }
}

/** Payload looks collections up by name in a plain object, where every object's own names are found. */
const isInherited = (path: string) => (/^\/api\/+([^/]+)/.exec(path)?.[1] ?? '') in Object.prototype

/**
 * What Payload has a route for and nothing behind it: its own table of migrations, which it answers
 * 501, its drawing of a page's name, at which it hangs up, and versions of what keeps none and links
 * that prove an address, which it answers 500.
 */
const NOWHERE =
  /^\/api\/+((payload-migrations|og|users\/+verify)(\/|$)|(?!message-templates\/|globals\/)[^/]+\/+versions(\/|$))/

export const isNowhere = ({ url }: Pick<IncomingMessage, 'url'>): boolean =>
  NOWHERE.test(decodeURIComponent(pathOf({ url })))

/** Phones begin a typed word with a capital letter; Next tells `/Admin` from `/admin`. */
export function inSmallLetters({ method, url = '/' }: Pick<IncomingMessage, 'method' | 'url'>) {
  const [area = ''] = /^\/(admin|en|fr)(?=[/?]|$)/i.exec(url) ?? []
  const small = area.toLowerCase()
  const reads = method === 'GET' || method === 'HEAD'
  return reads && small !== area ? `${small}${url.slice(area.length)}` : null
}

export function sendTo(response: ServerResponse, address: string): void {
  response.writeHead(308, { Location: address })
  response.end()
}

/**
 * How an address may be called, where Next answers 405 without saying it (RFC 9110, 15.5.6), and of a
 * file 500, to a question for its options too.
 */
const CALLED: readonly [RegExp, string][] = [
  [/^\/(_next\/|[^/]+\.\w+$)/, 'GET, HEAD'],
  [/^\/(healthz|readyz|metrics|programmes\/openapi\.json)$/, 'GET, HEAD, OPTIONS'],
  [/^\/api\/properties\/[^/]+\/slots$/, 'GET, HEAD, OPTIONS'],
  [/^\/api\/reservations\/(request|track|track\/[^/]+\/(cancel|messages))$/, 'POST, OPTIONS'],
  [/^\/api\/reservations\/track\/[^/]+(\/calendar\.ics)?$/, 'GET, HEAD, OPTIONS'],
]

const waysOf = ({ url }: Pick<IncomingMessage, 'url'>) =>
  CALLED.find(([pattern]) => pattern.test(pathOf({ url })))?.[1]

export function isWrongMethod(request: Pick<IncomingMessage, 'method' | 'url'>): boolean {
  const ways = waysOf(request)?.split(', ')
  return ways !== undefined && !ways.includes(request.method ?? 'GET')
}

export function refuseMethod(request: IncomingMessage, response: ServerResponse): void {
  const ways = waysOf(request) ?? ''
  response.setHeader('Allow', ways)
  refuse(request, response, 405, {
    fr: `Cette adresse ne s’appelle qu’ainsi : ${ways}.`,
    en: `This address is only called so: ${ways}.`,
  })
}

export const refuseNowhere = (request: IncomingMessage, response: ServerResponse) =>
  refuse(request, response, 404, { fr: 'Il n’y a rien ici.', en: 'Nothing is here.' })

export function refuseUnreadable(request: IncomingMessage, response: ServerResponse): void {
  // A link that cannot be read is a wrong one like any other.
  if (isNobodys(request) && /^\/api\/+reservations\/+track\/+./.test(pathOf(request)))
    return refuseNowhere(request, response)
  refuse(request, response, 400, {
    fr: 'Cette demande n’est pas lisible.',
    en: 'This request cannot be read.',
  })
}

export const refuseForeign = (request: IncomingMessage, response: ServerResponse) =>
  refuse(request, response, 403, {
    fr: 'Cette demande vient d’un autre site.',
    en: 'This request comes from another site.',
  })
