import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { UNREACHABLE } from '@/tests/support/accessTable'
import { isNowhere } from '@/scripts/requestGate'
import { house } from '@/tests/support/house'

/** Every way in, written by hand: an endpoint or a route that is not named here fails the test. */

const EVERY_COLLECTION = [
  'delete /',
  'delete /:id',
  'get /',
  'get /:id',
  'get /count',
  'get /versions',
  'get /versions/:id',
  'patch /',
  'patch /:id',
  'post /',
  'post /access/:id?',
  'post /versions/:id',
]

const FURTHER_ENDPOINTS: Record<string, string[]> = {
  // Each has a test of its own that shows whom it serves.
  reservations: [
    'get /export',
    'post /:id/answer',
    'post /:id/contact',
    'post /:id/extend',
    'post /:id/messages',
    'post /:id/move',
    'post /:id/note',
    'post /:id/revoke-link',
    'post /call',
  ],
  messages: ['post /:id/reached', 'post /:id/resend'],
  'message-templates': ['post /preview', 'post /test'],
  clients: ['get /:id/data', 'post /:id/erase'],
  properties: ['post /:id/calendar-feed', 'post /slots-preview'],
  webhooks: ['post /:id/secret'],
  'api-keys': ['post /:id/secret'],
  media: ['get /file/:filename', 'get /paste-url/:id?'],
  users: [
    'get /init',
    'get /me',
    'post /:id/calendar-feed',
    'post /:id/end-sessions',
    'post /:id/second-factor/remove',
    'post /first-register',
    'post /forgot-password',
    'post /login',
    'post /logout',
    'post /refresh-token',
    'post /reset-password',
    'post /second-factor/confirm',
    'post /second-factor/recovery',
    'post /second-factor/start',
    'post /unlock',
    'post /verify/:id',
  ],
  'payload-kv': ['post /:id/duplicate'],
  'payload-locked-documents': ['post /:id/duplicate'],
  'payload-preferences': ['delete /:key', 'get /:key', 'post /:id/duplicate', 'post /:key'],
}

const GLOBAL_ENDPOINTS = [
  'get /',
  'get /versions',
  'get /versions/:id',
  'post /',
  'post /access',
  'post /versions/:id',
]

/** Routes outside Payload: public, or guarded by a token, as the tests of each of them show. */
const ROUTES = [
  '.well-known/security.txt',
  '(payload)/api/[...slug]',
  '(portal)/api/messages/bounces',
  '(portal)/api/messages/sms',
  '(portal)/api/messages/whatsapp',
  '(portal)/api/properties/[id]/slots',
  '(portal)/api/reservations/agenda',
  '(portal)/api/reservations/request',
  '(portal)/api/reservations/track',
  '(portal)/api/reservations/track/[token]',
  '(portal)/api/reservations/track/[token]/calendar.ics',
  '(portal)/api/reservations/track/[token]/cancel',
  '(portal)/api/reservations/track/[token]/messages',
  'calendriers/[file]',
  'favicon.svg',
  'manifest.webmanifest',
  'carte/[slug]',
  'programmes/openapi.json',
  'healthz',
  'metrics',
  'readyz',
]

const listed = (endpoints: unknown) =>
  Array.isArray(endpoints)
    ? [...new Set(endpoints.map(({ method, path }) => `${method} ${path}`))].sort()
    : []

test('every endpoint is known', async () => {
  const { config } = await house()
  for (const { slug, endpoints } of config.collections)
    expect([slug, listed(endpoints)]).toEqual([
      slug,
      UNREACHABLE.includes(slug)
        ? []
        : [...EVERY_COLLECTION, ...(FURTHER_ENDPOINTS[slug] ?? [])].sort(),
    ])
  for (const { endpoints } of config.globals)
    expect(listed(endpoints)).toEqual([...GLOBAL_ENDPOINTS, 'post /calendar-feed'].sort())
  expect(listed(config.endpoints)).toEqual([
    'get /access',
    // Administrators alone: intakeHostile.int.test.ts.
    'get /imports/:id/rapport',
    'get /imports/exemple/:kind',
    'post /imports/:id/annuler',
    'post /imports/:id/importer',
    'post /imports/essai',
  ])
  expect(config.graphQL.disable).toBe(true)
  const files = readdirSync('src/app', { recursive: true, encoding: 'utf8' })
  const found = files
    .filter((file) => /(^|\/)route\.ts$/.test(file) && !file.startsWith('(portal)/[lang]'))
    .map((file) => file.replace(/\/route\.ts$/, ''))
  expect(found.sort()).toEqual([...ROUTES].sort())
})

test('versions of what keeps none are nowhere, and those of the others are let through', async () => {
  const { config } = await house()
  for (const { slug, versions } of config.collections)
    expect([slug, isNowhere({ url: `/api/${slug}/versions` })]).toEqual([slug, !versions])
})
