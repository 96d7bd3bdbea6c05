import { expect, test } from 'vitest'
import { photoCaching, securityHeaders } from './securityHeaders'

const headersOf = (path: string, https = false) =>
  securityHeaders(path, 'abc123', { https, dev: false })

test.each(['/', '/en', '/biens/villa-mpila', '/reservation', '/admin', '/admin/login'])(
  '%s runs no script that the server did not write',
  (path) => {
    const policy = headersOf(path)['Content-Security-Policy'] ?? ''
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1]
    expect(scripts).toBe("'self' 'nonce-abc123'")
    expect(policy).toContain("object-src 'none'")
    expect(policy).toContain("base-uri 'none'")
  },
)

test('the client site has no inline style either', () => {
  expect(headersOf('/espace')['Content-Security-Policy']).not.toContain('unsafe-inline')
})

test.each([
  ['/reservation', 'no-store'],
  ['/reservation/coordonnees', 'no-store'],
  ['/en/suivi', 'no-store'],
  ['/suivi/a-token', 'no-store'],
  ['/fr/espace/RSV-7K3M-9QXA', 'no-store'],
  ['/admin/collections/reservations', 'no-store'],
  ['/api/reservations/track/a-token', 'no-store'],
  ['/api/users/me', 'no-store'],
  ['/', undefined],
  ['/biens/villa-mpila', undefined],
  ['/api/media/file/villa.webp', undefined],
  ['/_next/static/chunks/1.js', undefined],
])('%s: Cache-Control %s', (path, expected) => {
  expect(headersOf(path)['Cache-Control']).toBe(expected)
  expect(headersOf(path)['Referrer-Policy']).toBe('same-origin')
  expect(headersOf(path)['X-Content-Type-Options']).toBe('nosniff')
})

test('an uploaded file can do nothing in the browser', () => {
  const policy = headersOf('/api/media/file/villa.webp')['Content-Security-Policy']
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain('sandbox')
  expect(policy).not.toContain('script-src')
})

test('only behind https is a browser told to come back by https alone', () => {
  expect(headersOf('/')).not.toHaveProperty('Strict-Transport-Security')
  expect(headersOf('/', true)['Strict-Transport-Security']).toBe(
    'max-age=31536000; includeSubDomains',
  )
})

test('the card alone may stand in any page, where it runs nothing', () => {
  for (const path of ['/carte/villa-mpila', '/carte.js']) {
    const headers = headersOf(path)
    expect(headers['Content-Security-Policy']).toContain('frame-ancestors *')
    expect(headers['Content-Security-Policy']).toContain("default-src 'none'")
    expect(headers['Content-Security-Policy']).not.toContain('script-src')
    expect(headers).not.toHaveProperty('X-Frame-Options')
    expect(headers['Cross-Origin-Resource-Policy']).toBe('cross-origin')
  }
  for (const path of ['/', '/api', '/carte', '/reservation', '/admin'])
    expect([path, headersOf(path)['X-Frame-Options']]).toEqual([path, 'SAMEORIGIN'])
})

test('what stands at /api is a page of the house', () => {
  expect(headersOf('/api')['Content-Security-Policy']).toContain('script-src')
  expect(headersOf('/api/')['Content-Security-Policy']).not.toContain('script-src')
})

const PHOTO = '/api/media/file/villa.webp'

test.each<[number, { cookie?: string; authorization?: string }, string]>([
  [200, {}, 'public, max-age=86400'],
  [206, { cookie: 'scim_appareil=x' }, 'public, max-age=86400'],
  [200, { cookie: 'scim_appareil=x; scim-token=y' }, 'private, max-age=86400'],
  [200, { cookie: '__Host-scim-token=y' }, 'private, max-age=86400'],
  [200, { authorization: 'JWT y' }, 'private, max-age=86400'],
  [403, {}, 'no-store'],
  [404, { cookie: 'scim-token=y' }, 'no-store'],
])('a photo answered %i to %o is kept as %s', (status, asker, expected) => {
  expect(photoCaching(PHOTO, status, asker)).toEqual({ 'Cache-Control': expected })
})

test('of nothing but photos is it said here', () => {
  expect(photoCaching('/api/media/1', 200, {})).toEqual({})
})
