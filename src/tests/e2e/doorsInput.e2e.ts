import fc from 'fast-check'
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

const send = (path: string, body: BodyInit, type = 'application/json', method = 'POST') =>
  ask(path, { method, body, headers: { 'Content-Type': type } })

test.afterEach(async () => {
  expect(await ask('/healthz')).toBe(200)
  expect(await ask('/readyz')).toBe(200)
})

const strange = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\u0000', '\ud800', '2026-13-45', '1e999', '-1', '__proto__', "';--", '%', '{}'),
  fc.integer(),
)
const FIELDS = [
  'requestKey', 'property', 'kind', 'startsAt', 'endsAt', 'client', 'name', 'phone', 'email',
  'note', 'locale', 'consent', 'reference', 'contact', 'text', 'token', 'password', '__proto__',
] // prettier-ignore
const bodies = fc.oneof(fc.dictionary(fc.constantFrom(...FIELDS), strange, { maxKeys: 8 }), strange)

for (const path of [
  '/api/reservations/request',
  '/api/reservations/track',
  '/api/reservations/track/abcdefghijabcdefghijabcdefghij/messages',
  '/api/reservations/track/abcdefghijabcdefghijabcdefghij/cancel',
  '/api/users/forgot-password',
  '/api/users/reset-password',
  '/api/users',
  '/api/reservations',
  '/api/reservations/1/revoke-link',
])
  test(`any JSON at ${path}`, async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        expect(await send(path, JSON.stringify(body))).toBeLessThan(500)
      }),
      { numRuns: RUNS },
    )
  })

const form = (fields: Record<string, unknown>) =>
  new URLSearchParams(Object.entries(fields).map(([key, value]) => [key, String(value)])).toString()

for (const path of [
  '/reservation/coordonnees/envoi',
  '/reservation/verification/envoi',
  '/suivi/recherche',
  '/espace/lien/envoi',
  '/espace/lien/x/ouvrir',
  '/espace/RSV-7K3M-9QXA/message',
  '/espace/oublier',
])
  test(`any form at ${path}`, async () => {
    const fields = fc.dictionary(
      fc.constantFrom('bien', 'type', 'debut', 'cle', 'affiche', 'site', ...FIELDS),
      fc.oneof(fc.string({ unit: 'binary' }), strange),
      { maxKeys: 8 },
    )
    await fc.assert(
      fc.asyncProperty(fields, async (values) => {
        const type = 'application/x-www-form-urlencoded'
        expect(await send(path, form(values), type)).toBeLessThan(500)
      }),
      { numRuns: RUNS },
    )
  })

const queries = fc.dictionary(
  fc.constantFrom(
    'from', 'to', 'kind', 'bien', 'type', 'debut', 'fin', 'cle', 'semaine', 'ville', 'erreur',
    'minutes', 'limit', 'page', 'sort', 'depth', 'where[id][in]', 'where[title][like]',
    'where[or][0][slug][equals]', 'where[owners.email][like]', 'select[title]', 'locale', 'joins',
  ), // prettier-ignore
  fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('-1', '0', '1e9', 'abc', '\u0000', '2026-12-01', '9999999999'),
  ),
  { maxKeys: 5 },
)

for (const path of [
  '/api/properties/1/slots',
  '/api/properties/villa-mpila/slots',
  '/api/properties',
  '/api/properties/1',
  '/api/reservations',
  '/api/media',
  '/',
  '/biens/villa-mpila',
  '/reservation',
  '/reservation/creneau',
  '/reservation/coordonnees',
  '/suivi',
  '/espace/lien',
])
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
