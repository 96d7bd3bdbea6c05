import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Locale, Words } from '@/domain/status'

/** What all parts of the gate read of a request, and how they answer one that Next never sees. */

export const pathOf = ({ url }: Pick<IncomingMessage, 'url'>) => (url ?? '/').split('?')[0] ?? '/'

/** A page's own language; of what has no language of its own, its reader's. */
function languageOf(request: Pick<IncomingMessage, 'url' | 'headers'>): Locale {
  const path = pathOf(request)
  const english = /^\/(api|admin|_next)(\/|$)/.test(path)
    ? /^\s*en/i.test(request.headers['accept-language'] ?? '')
    : /^\/en(\/|$)/.test(path)
  return english ? 'en' : 'fr'
}

export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  words: Words,
): void {
  const message = words[languageOf(request)]
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify({ errors: [{ path: '', message }] }))
  request.resume() // Read and dropped: a closed connection would hide the answer.
}
