import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { TooLarge, type Answer, type Asked } from '@/portal/jsonRoute'
import { requestRoute } from '@/portal/requestRoute'
import { pathOf } from './gateAnswer'

/**
 * Routes that the server answers itself: a fifth of a booking's time is Next's, which gives such a route
 * nothing. Next knows them too, and answers every other way of writing their address.
 */

type Route = (asked: Asked) => Promise<Answer>

const ROUTES: Record<string, Route> = { 'POST /api/reservations/request': requestRoute }

const routeOf = ({ method, url }: Pick<IncomingMessage, 'method' | 'url'>): Route | undefined =>
  ROUTES[`${method} ${pathOf({ url })}`]

/** What answers a request without Next; undefined where Next shall. */
export type DirectAnswerer = (
  request: IncomingMessage,
  response: ServerResponse,
) => (() => Promise<void>) | undefined

export const directAnswerer: DirectAnswerer = (request, response) => {
  const route = routeOf(request)
  return route && (() => answerDirectly(request, response, route))
}

const compress = promisify(gzip)
/** Bytes from which compressing is worth it; Next's own threshold. */
const WORTH_IT = 1024

export async function answerDirectly(
  request: IncomingMessage,
  response: ServerResponse,
  route: Route,
): Promise<void> {
  const { status, body, headers } = await route({
    headers: { get: (name) => textOf(request.headers[name.toLowerCase()]) },
    bytes: (most) => readBody(request, most),
  })
  if (response.headersSent) return // The gate answered while the body was still coming.
  let bytes: Buffer = Buffer.from(JSON.stringify(body))
  response.setHeader('Content-Type', 'application/json')
  response.setHeader('Vary', 'Accept-Encoding')
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (
    bytes.length > WORTH_IT &&
    /\bgzip\b/.test(textOf(request.headers['accept-encoding']) ?? '')
  ) {
    bytes = await compress(bytes)
    response.setHeader('Content-Encoding', 'gzip')
  }
  response.setHeader('Content-Length', bytes.length)
  response.writeHead(status)
  response.end(bytes)
}

const textOf = (value: string | string[] | undefined): string | null =>
  value === undefined ? null : String(value)

/** @throws TooLarge as soon as more has come */
async function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > most) throw new TooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
