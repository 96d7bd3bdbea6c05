import { expect, test } from 'vitest'
import { makeRecoveryCode, readRecoveryCode } from './recoveryCode'

test('a recovery code is made of what is hard to misread', () => {
  const bytes = Uint8Array.from([0, 1, 18, 19, 20, 21, 26, 27, 31, 32, 99])
  expect(makeRecoveryCode(bytes)).toBe('01JKM-NTVZ0')
  expect(makeRecoveryCode(bytes.slice(0, 10))).toBe('01JKM-NTVZ0')
  expect(() => makeRecoveryCode(bytes.slice(0, 9))).toThrow('ten random bytes')
})

test.each([
  ['7K3M9-QXA4T', '7K3M9-QXA4T'],
  [' 7k3m9qxa4t', '7K3M9-QXA4T'],
  ['7K3M9 – QXA4T', '7K3M9-QXA4T'],
  ['OIL00-00000', '01100-00000'],
  ['7K3M9-QXA4', null],
  ['7K3M9-QXA4TT', null],
  ['7K3M9-QXA4U', null],
  ['123456', null],
  ['', null],
])('typed %j is read as %j', (typed, code) => {
  expect(readRecoveryCode(typed)).toBe(code)
})
