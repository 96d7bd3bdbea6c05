import {
  createServer,
  request as send,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { json, postAnswer, type Answer, type Asked } from '@/portal/jsonRoute'
import { answerDirectly, directAnswerer } from './directRoutes'

vi.mock('@/portal/requestRoute', () => ({ requestRoute: () => Promise.resolve() }))
vi.mock('@/portal/payload', () => ({ portalPayload: () => Promise.reject(new Error('none')) }))

const LONG = 'Je viendrai avec ma sœur. '.repeat(100)

/** Says what it was sent; at length where it is asked to. */
const echo = (asked: Asked): Promise<Answer> =>
  postAnswer(asked, (body, { address }) =>
    Promise.resolve(
      json(
        201,
        { body, address, note: asked.headers.get('X-Long') ? LONG : '' },
        { 'X-Own': 'yes' },
      ),
    ),
  )

let server: Server
beforeAll(async () => {
  server = createServer((request, response) => void answerDirectly(request, response, echo))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

type Heard = { status: number; headers: NodeJS.Dict<string | string[]>; bytes: Buffer }

/** Without `fetch`, which unpacks by itself. */
function post(body: string, headers: Record<string, string> = {}): Promise<Heard> {
  const { port } = server.address() as AddressInfo // as: it listens on TCP.
  return new Promise((resolve, reject) => {
    const request = send({ port, host: '127.0.0.1', method: 'POST', headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          bytes: Buffer.concat(chunks),
        }),
      )
    })
    request.on('error', reject)
    request.end(body)
  })
}

test.each([
  ['POST', '/api/reservations/request', true],
  ['POST', '/api/reservations/request?from=card', true],
  ['GET', '/api/reservations/request', false],
  ['POST', '/api/reservations/request/', false],
  ['POST', '/api/reservations', false],
  ['POST', '/api/reservations/track', false],
])('%s %s is answered without Next: %s', (method, url, direct) => {
  // as: nothing else of a request says which way it goes.
  const request = { method, url } as IncomingMessage
  expect(directAnswerer(request, {} as ServerResponse) !== undefined).toBe(direct)
})

test('a route hears body and headers, and answers with its own', async () => {
  const { status, headers, bytes } = await post('{"a":1}', { 'x-scim-address': '192.0.2.7' })
  expect(status).toBe(201)
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    'content-length': String(bytes.length),
    'cache-control': 'no-store',
    'x-own': 'yes',
  })
  expect(JSON.parse(bytes.toString())).toEqual({ body: { a: 1 }, address: '192.0.2.7', note: '' })
})

test.each([[''], ['gzip, br']])(
  'a long answer is packed for whoever accepts it: %s',
  async (accepted) => {
    const { headers, bytes } = await post('1', { 'accept-encoding': accepted, 'x-long': '1' })
    expect(headers.vary).toBe('Accept-Encoding')
    expect(headers['content-encoding']).toBe(accepted ? 'gzip' : undefined)
    const text = (accepted ? gunzipSync(bytes) : bytes).toString()
    // as: the route above wrote it.
    expect((JSON.parse(text) as { note: string }).note).toBe(LONG)
  },
)

test('a short answer is not packed', async () => {
  const { headers } = await post('1', { 'accept-encoding': 'gzip' })
  expect(headers['content-encoding']).toBeUndefined()
})

test('what is no JSON is refused in a sentence', async () => {
  const { status, bytes } = await post('{"a":', { 'accept-language': 'en' })
  expect(status).toBe(400)
  expect(bytes.toString()).toContain('no readable JSON')
})
