import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestUnderWay } from '@/requestId'
import { wantsPage } from './gateAnswer'

/** Seconds after which a person, or a program, may look again. */
const LATER = '30'

/** What an answer keeps that is replaced: the device's own cookies, with what was typed, above all. */
const KEPT = new Set(['x-request-id', 'set-cookie', 'connection'])

/**
 * Puts a page of the house in the place of Next's bare 500, which nobody understands and which shows
 * nothing without scripts; and says 503 with `Retry-After` wherever the database was away.
 * @param page draws it
 */
export function answerFailure(
  request: IncomingMessage,
  response: ServerResponse,
  underWay: RequestUnderWay,
  page: () => Promise<string>,
): void {
  const { writeHead, write, end, flushHeaders } = response
  let replaced = false

  async function replace(status: number): Promise<void> {
    const html = await page().catch(() => '')
    for (const name of response.getHeaderNames()) if (!KEPT.has(name)) response.removeHeader(name)
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    response.setHeader('Content-Length', Buffer.byteLength(html))
    if (status === 503) response.setHeader('Retry-After', LATER)
    Reflect.apply(writeHead, response, [status])
    Reflect.apply(end, response, [html])
  }

  response.writeHead = (status: number, ...rest: unknown[]) => {
    if (replaced) return response
    const { failure } = underWay
    const away = failure?.away === true || failure?.form !== undefined
    const final = status >= 500 && away ? 503 : status
    if (final === 500 || (final === 503 && away)) {
      if (wantsPage(request)) {
        replaced = true
        void replace(final)
        return response
      }
      if (away) response.setHeader('Retry-After', LATER)
    }
    // as: the other arguments are handed on as they came; writeHead has two shapes.
    return Reflect.apply(writeHead, response, [final, ...rest]) as ServerResponse
  }
  // Each of these writes the head by a way of its own, where nobody wrote it before.
  const begin = () => {
    const failed = response.statusCode >= 500
    if (failed && !replaced && !response.headersSent) response.writeHead(response.statusCode)
    return replaced
  }
  response.flushHeaders = () => {
    if (!begin()) flushHeaders.call(response)
  }
  response.write = (...args: unknown[]) =>
    // as: handed on as they came; write has two shapes, and answers whether there is room.
    begin() ? swallow(args) : (Reflect.apply(write, response, args) as boolean)
  response.end = (...args: unknown[]) => {
    if (begin()) swallow(args)
    else Reflect.apply(end, response, args)
    return response
  }
}

/** What Next would have written: whoever waits for it to be written is told that it was. */
function swallow(args: unknown[]): true {
  const told = args.at(-1)
  if (typeof told === 'function') process.nextTick(() => Reflect.apply(told, null, []))
  return true
}
