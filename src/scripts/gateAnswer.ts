import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Words } from '@/domain/status'

/** What all parts of the gate read of a request, and how they answer one that Next never sees. */

export const pathOf = ({ url }: Pick<IncomingMessage, 'url'>) => (url ?? '/').split('?')[0] ?? '/'

export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  words: Words,
): void {
  const english = /^\s*en/i.test(request.headers['accept-language'] ?? '')
  const message = words[english ? 'en' : 'fr']
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify({ errors: [{ path: '', message }] }))
  request.resume() // Read and dropped: a closed connection would hide the answer.
}
