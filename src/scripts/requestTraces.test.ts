import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { env } from '@/env'
import { flushTraces } from '@/traces'
import { trace } from './requestTraces'

/** What the protocol's JSON has, as far as it is read here. */
type Attribute = { key: string; value: { stringValue?: string; intValue?: string } }
type Sent = {
  resourceSpans: {
    resource: { attributes: Attribute[] }
    scopeSpans: {
      spans: {
        traceId: string
        spanId: string
        parentSpanId?: string
        name: string
        kind: number
        startTimeUnixNano: string
        endTimeUnixNano: string
        attributes: Attribute[]
        status: { code?: number }
      }[]
    }[]
  }[]
}

const ID = '7e196cd7-c3bc-469c-8b35-f9aa1b972923'
const servers: Server[] = []
/** Resolves when the request of the site that is open is over there too. */
let over: Promise<void>
let received: { request: IncomingMessage; body: Sent }[]

async function listening(server: Server): Promise<string> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // as: a server that listens on a port has one.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A collector, and a site whose every answer has this status. */
async function open(status: number, collector = 200): Promise<string> {
  const endpoint = await listening(
    createServer((request, response) => {
      let text = ''
      request.on('data', (piece) => (text += String(piece)))
      request.on('end', () => {
        received.push({ request, body: JSON.parse(text) as Sent }) // as: the protocol's shape.
        response.writeHead(collector).end('{}')
      })
    }),
  )
  env.traces = {
    endpoint: `${endpoint}/v1/traces`,
    headers: { 'x-key': 'k' },
    service: 'scim-test',
  }
  return listening(
    createServer((request, response) => {
      trace(request, response, ID)
      over = new Promise((resolve) => response.once('close', resolve))
      response.writeHead(status).end()
    }),
  )
}

beforeEach(() => {
  received = []
})
afterEach(() => {
  env.traces = null
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function ask(site: string, headers: Record<string, string> = {}): Promise<number> {
  const { status } = await fetch(site, { headers })
  await over
  return status
}

const spans = () =>
  received.flatMap(({ body }) =>
    body.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
  )
const valuesOf = (attributes: Attribute[]) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue]))

test('a request is one span, and its trace bears the id that stands in the logs', async () => {
  const site = await open(200)
  const before = BigInt(Date.now()) * 1_000_000n
  await ask(`${site}/suivi/a-secret-token?name=Awa`)
  await flushTraces()
  const [{ request, body } = { request: null, body: null }] = received
  expect([request?.method, request?.url]).toEqual(['POST', '/v1/traces'])
  expect(request?.headers).toMatchObject({ 'content-type': 'application/json', 'x-key': 'k' })
  expect(valuesOf(body?.resourceSpans[0]?.resource.attributes ?? [])).toEqual({
    'service.name': 'scim-test',
  })
  const [span] = spans()
  expect(span).toMatchObject({
    traceId: '7e196cd7c3bc469c8b35f9aa1b972923',
    spanId: expect.stringMatching(/^[0-9a-f]{16}$/),
    name: 'GET /suivi',
    kind: 2,
    status: {},
  })
  expect(valuesOf(span?.attributes ?? [])).toEqual({
    'http.request.method': 'GET',
    'http.route': '/suivi',
    'http.response.status_code': '200',
    'scim.request_id': ID,
  })
  expect(BigInt(span?.startTimeUnixNano ?? 0) >= before).toBe(true)
  expect(BigInt(span?.endTimeUnixNano ?? 0) >= BigInt(span?.startTimeUnixNano ?? 0)).toBe(true)
  expect(JSON.stringify(body)).not.toMatch(/secret|Awa/)
})

test('a trace that the caller began goes on, and an answer of the 500s is a failure', async () => {
  const site = await open(503)
  await ask(site, {
    traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  })
  await flushTraces()
  expect(spans()).toMatchObject([
    {
      traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
      parentSpanId: '00f067aa0ba902b7',
      status: { code: 2 },
    },
  ])
})

test('a collector that fails or is away harms nobody, and what it missed is let go', async () => {
  const site = await open(200, 500)
  await ask(site)
  await flushTraces()
  expect(spans()).toHaveLength(1)
  env.traces = { endpoint: 'http://127.0.0.1:9/v1/traces', headers: {}, service: 'scim-test' }
  expect(await ask(site)).toBe(200)
  await flushTraces()
  await flushTraces()
  expect(spans()).toHaveLength(1)
})

test('without an endpoint nothing is kept', async () => {
  const site = await open(200)
  const { traces } = env
  env.traces = null
  await ask(site)
  env.traces = traces
  await flushTraces()
  expect(received).toEqual([])
})
