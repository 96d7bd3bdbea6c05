import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refuseTooLarge } from './bodySize'
import { cleanHeaders, refuseForeign, secure } from './requestGate'

/** Whoever the gate turns away is told so in a way that he or she, or it, can read. */

const server = createServer((request, response) => {
  cleanHeaders(request, () => false)
  secure(request, response, { https: false, dev: false })
  if (request.headers['x-foreign']) refuseForeign(request, response)
  else refuseTooLarge(request, response)
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => server.close())

const BROWSER = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
const sent = (path: string, headers: Record<string, string>) =>
  // as: the server listens on a port.
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
    method: 'POST',
    headers,
    body: 'a=b',
  })

test.each([
  ['/reservation/verification', 'fr', 'La demande dépasse 64 Ko.', 'ce que vous avez écrit'],
  ['/en/reservation/verification', 'en', 'The request is larger than 64 KB.', 'what you wrote'],
])('%s that is too large is a page of the house (%s)', async (path, lang, title, advice) => {
  const answer = await sent(path, BROWSER)
  const html = await answer.text()
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    413,
    'text/html; charset=utf-8',
  ])
  expect(html).toContain(`<html lang="${lang}">`)
  expect(html).toContain(`<h1>${title}</h1>`)
  expect(html).toContain(advice)
  expect(html).toMatch(/href="mailto:[^"]+@/)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const nonce = /<style nonce="([^"]+)">/.exec(html)?.[1] ?? 'none'
  expect(answer.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
})

test('what comes from another site is told to a person in a page, and no shorter text is asked for', async () => {
  const answer = await sent('/suivi/recherche', { ...BROWSER, 'X-Foreign': '1' })
  const html = await answer.text()
  expect(answer.status).toBe(403)
  expect(html).toContain('<h1>Cette demande vient d’un autre site.</h1>')
  expect(html).toContain('Rien n’a été enregistré ni envoyé.')
  expect(html).not.toContain('Raccourcissez')
})

test.each([
  ['/api/reservations/request', BROWSER],
  ['/reservation/verification', { Accept: '*/*' }],
  ['/admin', { ...BROWSER, 'Next-Action': 'x' }],
])('%s %o is read by a program: it stays JSON', async (path, headers) => {
  const answer = await sent(path, headers)
  expect(answer.status).toBe(413)
  expect(await answer.json()).toMatchObject({ errors: [{ path: '' }] })
})
