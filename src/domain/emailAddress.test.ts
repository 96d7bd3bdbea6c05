import { expect, test } from 'vitest'
import { normalEmail } from './emailAddress'

test.each([
  [' Awa@Example.COM ', 'awa@example.com'],
  ['awa@example.com\r\nBcc: x@y.z', 'awa@example.combcc: x@y.z'],
  ['a\u0000wa@example.com', 'awa@example.com'],
  ['a\ud800@example.com', 'a\ufffd@example.com'],
  [null, ''],
  [{ equals: 'awa@example.com' }, ''],
])('%j is compared as %j', (typed, expected) => {
  expect(normalEmail(typed)).toBe(expected)
})

test('what is longer than any address stays too long, and is not kept whole', () => {
  expect(normalEmail('a'.repeat(5_000))).toHaveLength(255)
})
