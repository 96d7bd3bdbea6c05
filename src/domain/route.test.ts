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
  ['/wp-login.php', 'other'],
  ['', 'other'],
])('%s is counted as %s', (url, route) => {
  expect(routeOf(url)).toBe(route)
})
