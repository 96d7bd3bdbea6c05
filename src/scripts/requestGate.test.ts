import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { isUnreadable, tellMissing } from './requestGate'

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
