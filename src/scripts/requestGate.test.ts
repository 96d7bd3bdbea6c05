import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, test, vi } from 'vitest'
import {
  inSmallLetters,
  isNowhere,
  isUnreadable,
  isWrongMethod,
  readHead,
  refuseForeign,
  refuseMethod,
  refuseUnreadable,
  tellMissing,
} from './requestGate'

const asked = (url: string, type = '') => isUnreadable({ url, headers: { 'content-type': type } })

test.each([
  '/api/valueOf',
  '/api/constructor/1',
  '/api/__proto__',
  '/api/%74oString',
  '/biens/%00',
  '/suivi/%ff',
])('%s is an address of nothing', (url) => {
  expect(asked(url)).toBe(true)
})

test.each([
  '/',
  '/api/properties',
  '/api/reservations/track/constructor',
  '/biens/villa-mpila?x=%',
])('%s is let through', (url) => {
  expect(asked(url)).toBe(false)
})

test('a form in parts that does not say what parts them cannot be read', () => {
  expect(asked('/api/media', 'multipart/form-data')).toBe(true)
  expect(asked('/api/media', 'multipart/form-data; boundary=x')).toBe(false)
})

test.each([
  ['/api/reservations/track/%00', '', 404],
  ['/api/reservations/track/%ff/messages', '', 404],
  ['/api/reservations/track/key/messages', 'multipart/form-data', 400],
  ['/api/properties/%00', '', 400],
])('%s that cannot be read (%s) is answered %i', (url, type, status) => {
  const request = new IncomingMessage(new Socket())
  Object.assign(request, { url, headers: { 'content-type': type } })
  const response = new ServerResponse(request)
  expect(isUnreadable(request)).toBe(true)
  refuseUnreadable(request, response)
  expect(response.statusCode).toBe(status)
})

test.each([
  [200, true, 404],
  [200, false, 200],
  [307, true, 307],
  [500, true, 500],
])('a page answered %i that says it is missing (%s) leaves with %i', (status, missing, left) => {
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  const page = { missing: false }
  tellMissing(response, page)
  page.missing = missing
  response.writeHead(status)
  expect(response.statusCode).toBe(left)
})

test('what Payload keeps for itself is nowhere, however it is written', () => {
  for (const url of [
    '/api/payload-migrations',
    '/api/og',
    '/api/og?title=x',
    '/api//payload-migrations/1?depth=0',
    '/api/%70ayload-migrations',
    '/api/reservations/versions',
    '/api/payload-preferences//versions/1',
    '/api/users/verify/x',
    '/api//users//verify',
  ])
    expect([url, isNowhere({ url })]).toEqual([url, true])
  for (const url of [
    '/api/payload-preferences',
    '/payload-migrations',
    '/api/payload-migrationsx',
    '/api/ogre',
    '/api/message-templates/versions',
    '/api/globals/settings/versions/1',
    '/api/reservations/versionsx',
    '/api/users/verifyx',
  ])
    expect([url, isNowhere({ url })]).toEqual([url, false])
})

test('a file is read, and takes no write; what is no file may', () => {
  for (const url of ['/_next/static/chunks/a.js', '/portal.js', '/sw.js?v=1', '/favicon.svg'])
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      expect([url, isWrongMethod({ url, method })]).toEqual([url, true])
  expect(isWrongMethod({ url: '/portal.js', method: 'GET' })).toBe(false)
  for (const url of ['/suivi/recherche', '/api/media/file/a.jpg', '/reservation/coordonnees/envoi'])
    expect(isWrongMethod({ url, method: 'POST' })).toBe(false)
})

test.each([
  ['PUT', '/healthz', 'GET, HEAD, OPTIONS'],
  ['DELETE', '/api/properties/villa-mpila/slots?from=2026-12-01', 'GET, HEAD, OPTIONS'],
  ['GET', '/api/reservations/request', 'POST, OPTIONS'],
  ['GET', '/api/reservations/track', 'POST, OPTIONS'],
  ['GET', '/api/reservations/track/key/cancel', 'POST, OPTIONS'],
  ['PATCH', '/api/reservations/track/key', 'GET, HEAD, OPTIONS'],
  ['POST', '/api/reservations/track/key/calendar.ics', 'GET, HEAD, OPTIONS'],
  ['POST', '/portal.js', 'GET, HEAD'],
])('%s %s is answered 405, with what is allowed', (method, url, allowed) => {
  const request = new IncomingMessage(new Socket())
  Object.assign(request, { method, url })
  const response = new ServerResponse(request)
  expect(isWrongMethod(request)).toBe(true)
  refuseMethod(request, response)
  expect([response.statusCode, response.getHeader('Allow')]).toEqual([405, allowed])
})

test('what is allowed goes on', () => {
  for (const [method, url] of [
    ['HEAD', '/healthz'],
    ['POST', '/api/reservations/track'],
    ['OPTIONS', '/api/reservations/request'],
    ['POST', '/api/reservations/track/key/messages'],
    ['GET', '/api/reservations/track/key/calendar.ics'],
    ['PATCH', '/api/reservations/1'],
    ['POST', '/api/users/login'],
  ] as const)
    expect([method, url, isWrongMethod({ method, url })]).toEqual([method, url, false])
})

test.each([
  ['/Admin', '/admin'],
  ['/ADMIN/login?redirect=/admin', '/admin/login?redirect=/admin'],
  ['/En/suivi', '/en/suivi'],
  ['/FR?type=visite', '/fr?type=visite'],
])('%s is typed by a phone, and meant as %s', (url, meant) => {
  expect(inSmallLetters({ method: 'GET', url })).toBe(meant)
  expect(inSmallLetters({ method: 'POST', url })).toBe(null)
})

test.each(['/', '/admin', '/en/suivi', '/Entree', '/admin/Collections', '//En'])(
  '%s stays as it is',
  (url) => {
    expect(inSmallLetters({ method: 'GET', url })).toBe(null)
  },
)

test.each([
  ['/en/suivi/recherche', 'fr', 'This request comes from another site.'],
  ['/suivi/recherche', 'en', 'Cette demande vient d’un autre site.'],
  ['/api/users/login', 'en-GB', 'This request comes from another site.'],
  ['/api/users/login', 'fr', 'Cette demande vient d’un autre site.'],
])('what stands at %s is refused in its own language (%s)', (url, language, words) => {
  const request = new IncomingMessage(new Socket())
  Object.assign(request, { url, headers: { 'accept-language': language } })
  const response = new ServerResponse(request)
  const end = vi.spyOn(response, 'end')
  refuseForeign(request, response)
  expect(JSON.parse(String(end.mock.calls[0]?.[0])).errors[0].message).toBe(words)
})

test.each([
  ['HEAD', '/api/media/file/villa.webp', 'GET'],
  ['HEAD', '/api/properties?limit=1', 'GET'],
  ['HEAD', '/biens/villa-mpila', 'HEAD'],
  ['DELETE', '/api/media/1', 'DELETE'],
])('%s %s is read as %s', (method, url, expected) => {
  const request = { method, url }
  readHead(request)
  expect(request.method).toBe(expected)
})
