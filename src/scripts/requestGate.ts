import type { IncomingMessage, ServerResponse } from 'node:http'
import { clientAddress, normalAddress } from '@/domain/address'

/** What happens to every request before Next sees it. */

const LARGEST = 64 * 1024
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
  headers['x-scim-address'] = address
  headers['x-scim-path'] = url ?? '/'
}

/** The panel and its uploads have their own limits; everything a client can post is small. */
const isSmall = (path: string) =>
  path.startsWith('/api/reservations') || !/^\/(api|admin|_next)(\/|$)/.test(path)

export function isTooLarge({ headers, url }: Pick<IncomingMessage, 'headers' | 'url'>): boolean {
  const [path = '/'] = (url ?? '/').split('?')
  return isSmall(path) && Number(headers['content-length'] ?? 0) > LARGEST
}

export function refuseTooLarge(request: IncomingMessage, response: ServerResponse): void {
  const english = /^\s*en/i.test(request.headers['accept-language'] ?? '')
  const message = english ? 'The request is larger than 64 KB.' : 'La demande dépasse 64 Ko.'
  response.writeHead(413, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  })
  response.end(JSON.stringify({ errors: [{ path: '', message }] }))
  request.resume() // Read and dropped: a closed connection would hide the answer.
}
