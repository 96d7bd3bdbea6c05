import fc from 'fast-check'
import {
  bodies,
  form,
  FORM_DOORS,
  forms,
  JSON_DOORS,
  queries,
  QUERY_DOORS,
} from '@/tests/support/hostile'
import { facts } from './support/facts'
import { anAddress } from './support/people'
import { expect, test } from './support/test'

/** Whatever is sent, over HTTP to the production build: no 5xx, and the house stays open. */

const HOUSE = facts.pairSecondUrl
const RUNS = 150

async function ask(path: string, init: RequestInit = {}): Promise<number> {
  const answer = await fetch(`${HOUSE}${path}`, {
    redirect: 'manual',
    ...init,
    headers: { 'X-Forwarded-For': anAddress(), ...init.headers },
  })
  await answer.arrayBuffer()
  return answer.status
}

const FORM = 'application/x-www-form-urlencoded'

const send = (path: string, body: BodyInit, type = 'application/json', method = 'POST') =>
  ask(path, { method, body, headers: { 'Content-Type': type } })

test.afterEach(async () => {
  expect(await ask('/healthz')).toBe(200)
  expect(await ask('/readyz')).toBe(200)
})

for (const path of JSON_DOORS)
  test(`any JSON at ${path}`, async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        expect(await send(path, JSON.stringify(body))).toBeLessThan(500)
      }),
      { numRuns: RUNS },
    )
  })

for (const path of FORM_DOORS)
  test(`any form at ${path}`, async () => {
    await fc.assert(
      fc.asyncProperty(forms, async (values) => {
        expect(await send(path, form(values), FORM)).toBeLessThan(500)
      }),
      { numRuns: RUNS },
    )
  })

for (const path of QUERY_DOORS)
  test(`any query at ${path}`, async () => {
    await fc.assert(
      fc.asyncProperty(queries, async (query) => {
        expect(await ask(`${path}?${form(query)}`)).toBeLessThan(500)
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    )
  })

test('any path below the public ones', async () => {
  const rest = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('%', '%00', '%ff', '..%2f..%2fetc', '💥'),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(
        '/biens/',
        '/suivi/',
        '/espace/',
        '/api/reservations/track/',
        '/api/properties/',
        '/api/',
      ),
      rest,
      async (path, end) => {
        const tail = /^%/.test(end) ? end : encodeURIComponent(end.toWellFormed())
        expect(await ask(path + tail)).toBeLessThan(500)
      },
    ),
    { numRuns: RUNS },
  )
})

test('bytes that are no text, no JSON or no end of it', async () => {
  const deep = '['.repeat(30_000)
  for (const path of ['/api/reservations/request', '/api/reservations/track', '/api/users/login'])
    for (const body of [
      new Uint8Array([0xff, 0xfe, 0xc3, 0x28]),
      '"\u0000"',
      deep,
      '{"a":',
      '',
      '\u{feff}{}',
    ])
      expect(await send(path, body)).toBeLessThan(500)
  for (const type of [
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'text/plain',
    'x',
    'application/xml',
  ])
    for (const path of ['/suivi/recherche', '/api/reservations/request', '/api/users/login'])
      expect(await send(path, '--x\r\n\r\n', type)).toBeLessThan(500)
})

test('ten megabytes are refused, or read and answered', async () => {
  const large = JSON.stringify({ text: 'é'.repeat(5 * 1024 * 1024) })
  for (const path of JSON_DOORS)
    if (path.startsWith('/api/reservations')) expect(await send(path, large)).toBe(413)
  for (const path of ['/api/users', '/api/users/login', '/api/users/forgot-password'])
    expect(await send(path, large)).toBeLessThan(500)
  for (const path of FORM_DOORS)
    expect(await send(path, `note=${'x'.repeat(10 * 1024 * 1024)}`, FORM)).toBe(413)
})
