import { expect, test } from 'vitest'
import { isEmail, normalEmail } from './emailAddress'

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

test.each([
  ['awa@example.com', true],
  ['a.b+c@sub.example.co', true],
  [`${'a'.repeat(242)}@example.com`, true],
  [`${'a'.repeat(243)}@example.com`, false],
  ["n'goma@example.com", true],
  ["o'neil.m'bemba@example.co", true],
  ['awa..m@example.com', false],
  ['.awa@example.com', false],
  ['awa.@example.com', false],
  ['awa@example..com', false],
  ["awa@exam'ple.com", false],
  ['awa@example', false],
  ['awa@example.c', false],
  ['awa@example.c0m', false],
  ['@example.com', false],
  ['awa@.com', false],
  ['a@b@example.com', false],
  ['a b@example.com', false],
  ['awa@exa mple.com', false],
  ['a@b.io, c@d.io', false],
  ['<awa@example.com>', false],
  ['awa@example.com\nBcc: x@y.io', false],
  ['', false],
])('mail can be sent to %j: %s', (text, is) => {
  expect(isEmail(text)).toBe(is)
})
