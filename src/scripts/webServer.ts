import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import next from 'next'
import { env } from '@/env'
import { PROOF_SCRIPT, SCRIPT } from '@/portal/publicFiles'
import { inRequest, type RequestUnderWay } from '@/requestId'
import { announceStop, isStopping } from '@/stopping'
import { flushTraces } from '@/traces'
import { answerFailure } from './answerFailure'
import { countBody, isTooLarge, refuseTooLarge } from './bodySize'
import { CannotRun } from './command'
import type { DirectAnswerer } from './directRoutes'
import { inData, inRoot, ROOT } from './paths'
import { portIsBusy } from './ports'
import {
  cleanHeaders,
  inSmallLetters,
  isForeign,
  isNowhere,
  isUnreadable,
  isWrongMethod,
  readHead,
  refuseForeign,
  refuseMethod,
  refuseNowhere,
  refuseUnreadable,
  secure,
  sendTo,
  tellMissing,
} from './requestGate'
import { measure, startMetrics } from './requestMetrics'
import { trace } from './requestTraces'
import { openShelf } from './shelf'

const PATIENCE = 10_000

type Options = {
  dev: boolean
  port: number
  /** Every interface when left out. */
  host?: string
  trusted: (address: string) => boolean
  /** Where our own pages may write from; the first is the public one. */
  origins: string[]
}

const SHELF = {
  folder: inData('static'),
  build: inRoot('.next', 'static'),
  publicFolder: inRoot('public'),
  versioned: [SCRIPT, PROOF_SCRIPT],
}

export type WebServer = {
  /** @param drain seconds in which requests are still taken, while `/readyz` says that it stops */
  stop(drain: number): Promise<void>
  /** From now on some routes are answered without Next. */
  answerDirectly(answerer: DirectAnswerer): void
}

/** Next behind a server of ours, which alone knows the socket's address. */
export async function serve(options: Options): Promise<WebServer> {
  // Slow heads and bodies are cut; 120 s let a photo of 10 MB through a line of 1 Mbit/s.
  const server = createServer({
    headersTimeout: 15_000,
    requestTimeout: 120_000,
    keepAliveTimeout: 65_000,
    connectionsCheckingInterval: 5_000,
  })
  const { dev, port, host, trusted, origins } = options
  const https = origins.some((origin) => origin.startsWith('https:'))
  const shelf = dev ? null : openShelf(SHELF)
  const app = next({ dev, dir: ROOT, hostname: host ?? 'localhost', port, httpServer: server })
  await app.prepare()
  const handle = app.getRequestHandler()
  let direct: DirectAnswerer | undefined

  startMetrics()
  server.on('request', (request, response) => {
    measure(request, response)
    // A connection kept open would be closed just as its next request arrives.
    if (isStopping()) response.setHeader('Connection', 'close')
    cleanHeaders(request, trusted)
    secure(request, response, { https, dev })
    if (isUnreadable(request)) return refuseUnreadable(request, response)
    const small = inSmallLetters(request)
    if (small !== null) return sendTo(response, small)
    if (isNowhere(request)) return refuseNowhere(request, response)
    // Next's own tools write to such addresses while pages are being written.
    if (!dev && isWrongMethod(request)) return refuseMethod(request, response)
    if (isForeign(request, origins)) return refuseForeign(request, response)
    if (isTooLarge(request)) return refuseTooLarge(request, response)
    countBody(request, response)
    readHead(request)
    const underWay: RequestUnderWay = { id: randomUUID(), missing: false }
    response.setHeader('X-Request-Id', underWay.id)
    if (env.traces) trace(request, response, underWay.id)
    if (shelf?.serve(request, response)) return
    tellMissing(response, underWay)
    // Next's own page tells developers more.
    if (!dev) answerFailure(request, response, underWay, () => drawFailure(request, underWay))
    const answer = direct?.(request, response) ?? (() => handle(request, response))
    inRequest(underWay, answer).catch(() => {
      // Next and the routes answer their own errors; what is left is a connection that broke on the way.
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  await listen(server, port, host)
  return {
    stop: async (drain) => {
      announceStop()
      await pause(drain * 1_000)
      await close(server)
      await flushTraces()
      await app.close()
    },
    answerDirectly: (answerer) => {
      direct = answerer
    },
  }
}

/** Loaded only now: hardly any process ever draws it. */
async function drawFailure(request: IncomingMessage, { id, failure }: RequestUnderWay) {
  const { failurePage } = await import('./failurePage')
  return failurePage(request, failure ?? { away: false }, id)
}

function listen(server: Server, port: number, host?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(portIsBusy(port))
      else if (error.code === 'EACCES')
        reject(new CannotRun(`Port ${port} is reserved: choose one above 1023 with PORT=…`))
      else reject(error)
    })
    server.listen({ port, host }, () => resolve())
  })
}

/** Takes no more requests, and lets those under way finish. */
async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const idle = setInterval(() => server.closeIdleConnections(), 100)
  const impatient = setTimeout(() => server.closeAllConnections(), PATIENCE)
  await closed
  clearInterval(idle)
  clearTimeout(impatient)
}
