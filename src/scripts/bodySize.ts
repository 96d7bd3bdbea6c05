import type { IncomingMessage, ServerResponse } from 'node:http'
import { pathOf, refuse } from './gateAnswer'

/** How large a request may be: the panel's photos are large, everything a client can post is small. */

const LARGEST = 64 * 1024
/** A photo of 10 MB, with what a form writes around it. */
const LARGEST_UPLOAD = 11 * 1024 * 1024
const isSmall = (path: string) =>
  path.startsWith('/api/reservations') || !/^\/(api|admin|_next)(\/|$)/.test(path)

const largest = (request: Pick<IncomingMessage, 'url'>) =>
  isSmall(pathOf(request)) ? LARGEST : LARGEST_UPLOAD

export const isTooLarge = (request: Pick<IncomingMessage, 'headers' | 'url'>) =>
  Number(request.headers['content-length'] ?? 0) > largest(request)

/** How long more of it is dropped, so that the sender hears the answer; milliseconds. */
const PATIENCE = 2_000

/** A body that names no length is counted on its way in, and dropped where it is too large. */
export function countBody(request: IncomingMessage, response: ServerResponse): void {
  if (request.headers['content-length'] !== undefined) return
  const most = largest(request)
  const push = request.push.bind(request)
  let size = 0
  let refused = false
  request.push = (chunk: Uint8Array | null, encoding?: BufferEncoding) => {
    size += chunk?.byteLength ?? 0
    if (size <= most || chunk === null) return push(chunk, encoding)
    if (refused) return true
    if (response.headersSent) {
      request.destroy()
      return false
    }
    refused = true
    refuseTooLarge(request, response)
    // Whoever speaks without end does not stop by itself.
    const patience = setTimeout(() => request.destroy(), PATIENCE)
    request.once('close', () => clearTimeout(patience))
    return true
  }
}

export function refuseTooLarge(request: IncomingMessage, response: ServerResponse): void {
  const [fr, en] = isSmall(pathOf(request)) ? ['64 Ko', '64 KB'] : ['11 Mo', '11 MB']
  refuse(request, response, 413, {
    fr: `La demande dépasse ${fr}.`,
    en: `The request is larger than ${en}.`,
  })
}
