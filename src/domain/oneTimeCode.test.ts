import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  base32,
  counterOf,
  digitsOf,
  matchingStep,
  otpauthUri,
  readCode,
  stepOf,
} from './oneTimeCode'

const ascii = (text: string) => new TextEncoder().encode(text)
const mac = (algorithm: string, secret: string, step: number) =>
  createHmac(algorithm, secret).update(counterOf(step)).digest()

/** RFC 4226, appendix D. */
const SECRET = '12345678901234567890'
test.each([
  [0, '755224'],
  [1, '287082'],
  [2, '359152'],
  [3, '969429'],
  [4, '338314'],
  [5, '254676'],
  [6, '287922'],
  [7, '162583'],
  [8, '399871'],
  [9, '520489'],
])('RFC 4226: count %i is %s', (count, code) => {
  expect(digitsOf(mac('sha1', SECRET, count))).toBe(code)
})

/** RFC 6238, appendix B: eight digits, and the seeds of its erratum 2866. */
const SEEDS = {
  sha1: SECRET,
  sha256: '12345678901234567890123456789012',
  sha512: '1234567890123456789012345678901234567890123456789012345678901234',
}
describe('RFC 6238', () => {
  test.each([
    [59, '94287082', '46119246', '90693936'],
    [1111111109, '07081804', '68084774', '25091201'],
    [1111111111, '14050471', '67062674', '99943326'],
    [1234567890, '89005924', '91819424', '93441116'],
    [2000000000, '69279037', '90698825', '38618901'],
    [20000000000, '65353130', '77737706', '47863826'],
  ])('at %i seconds', (seconds, sha1, sha256, sha512) => {
    const step = stepOf(new Date(seconds * 1000))
    expect(digitsOf(mac('sha1', SEEDS.sha1, step), 8)).toBe(sha1)
    expect(digitsOf(mac('sha256', SEEDS.sha256, step), 8)).toBe(sha256)
    expect(digitsOf(mac('sha512', SEEDS.sha512, step), 8)).toBe(sha512)
  })
})

test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('RFC 4648: %j is %j, its padding left out', (text, written) => {
  expect(base32(ascii(text))).toBe(written)
})

test.each([
  ['123456', '123456'],
  [' 123 456 ', '123456'],
  ['123-456', '123456'],
  ['12345', null],
  ['1234567', null],
  ['12345a', null],
  ['１２３４５６', null],
  ['', null],
])('typed %j is read as %j', (typed, code) => {
  expect(readCode(typed)).toBe(code)
})

describe('a code is good for its step, the one before and the one after, and once', () => {
  const now = new Date(100 * 30_000 + 12_000)
  const codeOf = (step: number) => String(step).padStart(6, '0')
  const same = (one: string, other: string) => one === other
  const matched = (typed: string, lastStep = 0) =>
    matchingStep(typed, { now, lastStep }, codeOf, same)

  test.each([
    ['000098', null],
    ['000099', 99],
    ['000100', 100],
    ['000101', 101],
    ['000102', null],
  ])('%s', (typed, step) => {
    expect(matched(typed)).toBe(step)
  })

  test('none up to the last one used is taken again', () => {
    expect(matched('000100', 100)).toBeNull()
    expect(matched('000099', 100)).toBeNull()
    expect(matched('000101', 100)).toBe(101)
  })

  test('where two steps have the same code by chance, the one not used counts', () => {
    const alike = matchingStep('111111', { now, lastStep: 100 }, () => '111111', same)
    expect(alike).toBe(101)
  })

  test('every step is compared, whichever it is', () => {
    let compared = 0
    const counted = (one: string, other: string) => {
      compared += 1
      return one === other
    }
    for (const typed of ['000100', '000099', '999999'])
      matchingStep(typed, { now, lastStep: 0 }, codeOf, counted)
    expect(compared).toBe(9)
  })
})

test('an app reads issuer, account and secret from the link', () => {
  const uri = new URL(otpauthUri('SCIM Immobilier', 'a+b@scim.example', 'MZXW6YTBOI'))
  expect(uri.protocol).toBe('otpauth:')
  expect(decodeURIComponent(uri.pathname)).toContain('SCIM Immobilier:a+b@scim.example')
  expect(Object.fromEntries(uri.searchParams)).toEqual({
    secret: 'MZXW6YTBOI',
    issuer: 'SCIM Immobilier',
  })
})
