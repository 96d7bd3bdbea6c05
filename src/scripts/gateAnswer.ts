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

/** Files, programs' addresses and what is shown in other sites: there nobody reads a page. */
const NO_PAGE = /^\/(api|_next|carte|healthz|readyz|metrics)(\/|$)|\.\w+$/

/** Not asked for by Next's own scripts, which then ask for the page itself. */
export const wantsPage = (request: IncomingMessage) =>
  !NO_PAGE.test(pathOf(request)) &&
  request.headers.rsc === undefined &&
  request.headers['next-action'] === undefined

/** A browser that goes to an address says so; its scripts and other programs take anything. */
const isPerson = (request: IncomingMessage) =>
  wantsPage(request) && request.headers.accept?.includes('text/html') === true

export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  words: Words,
): void {
  if (isPerson(request)) void refuseByPage(request, response, status, words)
  else refuseInJson(request, response, status, words)
}

/** Loaded only now: hardly any process ever draws it. */
async function refuseByPage(...refusal: Parameters<typeof refuse>): Promise<void> {
  const [request, response, status, words] = refusal
  request.resume()
  const html = await import('./failurePage').then(
    ({ refusalPage }) => refusalPage(request, status, words),
    () => null,
  )
  if (response.headersSent) return
  if (html === null) return refuseInJson(...refusal)
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
  })
  response.end(html)
}

function refuseInJson(...[request, response, status, words]: Parameters<typeof refuse>): void {
  const message = words[languageOf(request)]
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify({ errors: [{ path: '', message }] }))
  request.resume() // Read and dropped: a closed connection would hide the answer.
}
