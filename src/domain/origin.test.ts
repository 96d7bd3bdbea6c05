import { expect, test } from 'vitest'
import { isForeignWrite } from './origin'

const ORIGINS = ['https://scim.example']
const none = {
  method: 'POST',
  host: 'scim.example',
  origin: undefined,
  referer: undefined,
  secFetchSite: undefined,
}

test.each([
  ['a program that names no page', {}, false],
  ['our own page', { origin: 'https://scim.example', secFetchSite: 'same-origin' }, false],
  [
    'our own page under another name of the server',
    { origin: 'http://10.0.0.5:3000', host: '10.0.0.5:3000' },
    false,
  ],
  [
    'an old browser that only names the page',
    { referer: 'https://scim.example/reservation' },
    false,
  ],
  ['an address typed by hand', { secFetchSite: 'none' }, false],
  ['another site', { origin: 'https://evil.example', secFetchSite: 'cross-site' }, true],
  ['another site that hides its origin', { origin: 'null' }, true],
  ['another site of the same domain', { secFetchSite: 'same-site' }, true],
  ['another site in an old browser', { origin: 'https://evil.example' }, true],
  ['another site that only shows as referrer', { referer: 'https://evil.example/x' }, true],
  ['a name that begins like ours', { origin: 'https://scim.example.evil.example' }, true],
])('a write from %s', (_who, headers, foreign) => {
  expect(isForeignWrite({ ...none, ...headers }, ORIGINS)).toBe(foreign)
})

test.each(['GET', 'HEAD', 'OPTIONS'])('%s may come from anywhere', (method) => {
  const request = { ...none, method, origin: 'https://evil.example', secFetchSite: 'cross-site' }
  expect(isForeignWrite(request, ORIGINS)).toBe(false)
})

test.each(['PUT', 'PATCH', 'DELETE'])('%s is a write like POST', (method) => {
  expect(isForeignWrite({ ...none, method, origin: 'https://evil.example' }, ORIGINS)).toBe(true)
})
