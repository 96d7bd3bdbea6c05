import { expect, test } from 'vitest'
import { routeOf } from './route'

test.each([
  ['/', '/'],
  ['/en', '/'],
  ['/?ville=Brazzaville', '/'],
  ['/biens/villa-mpila', '/biens/:slug'],
  ['/en/biens/villa-mpila?x=1', '/biens/:slug'],
  ['/reservation/coordonnees', '/reservation'],
  ['/suivi/EIXBOSpLCr_Onzz0CBrlO5-zZbFk3traymNEp4KEcMA', '/suivi'],
  ['/espace/RSV-7K3M-9QXA', '/espace'],
  ['/api/reservations/request', '/api/reservations/request'],
  ['/api/reservations/track/abc/cancel', '/api/reservations/track'],
  ['/api/properties/1/slots?from=2026-12-01', '/api/properties/:id/slots'],
  ['/api/users/login', '/api/:collection'],
  ['/admin/collections/clients/7', '/admin'],
  ['/_next/static/chunks/a.js', '/_next'],
  ['/readyz', '/health'],
  ['/en/', '/'],
  ['/biens/a/b', 'other'],
  ['/reservation', '/reservation'],
  ['/reservations', 'other'],
  ['/en/suivi', '/suivi'],
  ['/suivis', 'other'],
  ['/espace', '/espace'],
  ['/espaces', 'other'],
  ['/api/reservations/requests', '/api/:collection'],
  ['/api/reservations/track', '/api/reservations/track'],
  ['/api/reservations/tracks', '/api/:collection'],
  ['/api/properties/12/slots', '/api/properties/:id/slots'],
  ['/api/properties/1/slots/2', '/api/:collection'],
  ['/api/users', '/api/:collection'],
  ['/api/users.json', 'other'],
  ['/admin', '/admin'],
  ['/administration', 'other'],
  ['/healthz', '/health'],
  ['/metrics?x=1?y=2', '/health'],
  ['/healthzz', 'other'],
  ['/wp-login.php', 'other'],
  ['', 'other'],
])('%s is counted as %s', (url, route) => {
  expect(routeOf(url)).toBe(route)
})

test.each([
  '',
  'en',
  'biens/villa-mpila',
  'reservation',
  'suivi',
  'espace',
  'api/reservations/request',
  'api/reservations/track',
  'api/properties/1/slots',
  'api/users',
  'admin',
  '_next/a.js',
  'healthz',
])('below another path /%s is no route of ours', (path) => {
  expect(routeOf(`/x/${path}`)).toBe('other')
})
