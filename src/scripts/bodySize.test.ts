import { createServer, request as ask, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countBody } from './bodySize'

let server: Server
beforeAll(async () => {
  server = createServer((request, response) => {
    countBody(request, response)
    request.on('end', () => {
      if (!response.headersSent) response.end('read')
    })
    request.resume()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => server.close())

// as: the server listens on a port.
const url = () =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/reservations/track`

/** Sends pieces of a kilobyte without naming their length. */
const sent = (kilobytes: number) =>
  fetch(url(), {
    method: 'POST',
    body: new ReadableStream({
      start(to) {
        for (let piece = 0; piece < kilobytes; piece += 1) to.enqueue(new Uint8Array(1024))
        to.close()
      },
    }),
    duplex: 'half',
  } as RequestInit) // as: the types of Node's fetch do not know `duplex` yet.

test('what is small is read', async () => {
  const answer = await sent(64)
  expect([answer.status, await answer.text()]).toEqual([200, 'read'])
})

test.each([65, 300, 3000])('of %i KB the sender hears 413, whoever sends it', async (kilobytes) => {
  const answer = await sent(kilobytes)
  expect(answer.status).toBe(413)
  expect(await answer.text()).toContain('64 Ko')
})

test('whoever does not stop is cut off', async () => {
  const request = ask(url(), { method: 'POST' })
  const cut = new Promise((resolve) => request.once('error', resolve).once('close', resolve))
  request.on('response', (answer) => answer.resume())
  const more = () => {
    while (!request.destroyed && request.write(new Uint8Array(65_536)));
  }
  request.on('drain', more)
  more()
  await cut
  expect(request.destroyed).toBe(true)
})
