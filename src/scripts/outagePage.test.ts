import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { env } from '@/env'
import { tellOutage } from './outagePage'
import { secure } from './requestGate'

/** What leaves where a program answers so. */
async function left(answer: (response: ServerResponse) => void, method = 'GET') {
  const server = createServer((request, response) => {
    secure(request, response, { https: false, dev: false })
    tellOutage(request, response)
    answer(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // as: it listens on a TCP port.
  const got = await fetch(`http://127.0.0.1:${port}/`, { method })
  const text = await got.text()
  await new Promise((resolve) => server.close(resolve))
  return { status: got.status, text, headers: got.headers }
}

const html = (status: number) => (response: ServerResponse) => {
  response.statusCode = status
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
}

test('an empty page of failure leaves with words, and whom to reach', async () => {
  for (const send of [
    (response: ServerResponse) => response.end('<html id="__next_error__"></html>'),
    (response: ServerResponse) => {
      response.write('<html id="__next_error__">')
      response.end('</html>')
    },
    (response: ServerResponse) => {
      response.setHeader('Content-Encoding', 'gzip')
      response.writeHead(500)
      response.write(Buffer.from([31, 139]))
      response.end()
    },
  ]) {
    const { status, text } = await left((response) => {
      html(500)(response)
      send(response)
    })
    expect(status).toBe(500)
    expect(text).toContain('Le service est interrompu un moment.')
    expect(text).toContain('<p lang="en">The service is interrupted for a moment.')
    expect(text).toContain(`href="mailto:${env.contactEmail}"`)
    expect(text).not.toContain('__next_error__')
    expect(text).not.toContain('WhatsApp')
  }
})

test('its style is allowed by the answer’s own policy', async () => {
  const { text, headers } = await left((response) => {
    html(500)(response)
    response.end('x')
  })
  const [, nonce] = /<style nonce="([^"]+)">/.exec(text) ?? []
  expect(headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`)
})

test('its head alone is empty, and nobody keeps it', async () => {
  const answer = await left((response) => {
    html(503)(response)
    response.end('x')
  }, 'HEAD')
  expect([answer.status, answer.text]).toEqual([503, ''])
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('with a number it leads to WhatsApp too', async () => {
  env.whatsappPhone = '+242066123456'
  const { text } = await left((response) => {
    html(500)(response)
    response.end('x')
  })
  env.whatsappPhone = null
  expect(text).toContain('href="https://wa.me/242066123456?text=Bonjour"')
})

test('every other answer leaves as it came', async () => {
  const page = await left((response) => {
    html(200)(response)
    response.write('<p>Bon')
    response.end('jour</p>')
  })
  expect([page.status, page.text]).toEqual([200, '<p>Bonjour</p>'])
  const json = await left((response) => {
    response.writeHead(503, { 'Content-Type': 'application/json' })
    response.end('{"errors":[]}')
  })
  expect([json.status, json.text]).toEqual([503, '{"errors":[]}'])
})
