import { expect, test } from 'vitest'
import { couldBeMobile, phoneExample, readablePhone, toE164 } from './phone'

test.each([
  ['06 612 34 56', '+242066123456'],
  ['066123456', '+242066123456'],
  ['+242 06 612 34 56', '+242066123456'],
  ['00242 06 612 34 56', '+242066123456'],
  ['\t06 612 34 56\n', '+242066123456'],
  ['242066123456', '+242066123456'],
  ['06\u202f612\u202f34\u202f56', '+242066123456'],
  ['06\u2009612\u201134\u201156', '+242066123456'],
  ['\u202a+242\u00a006 612 34 56\u202c', '+242066123456'],
  ['06\u200b6123456', '+242066123456'],
  ['22 281 12 34', '+242222811234'],
  ['+33 6 12 34 56 78', '+33612345678'],
  ['+243 812 345 678', '+243812345678'],
])('%s is %s', (written, number) => {
  expect(toE164(written, 'CG')).toBe(number)
})

test.each(['66123456', '+24266123456', '123', '', 'abc', '06 612 34 5', '+'])(
  '%j is no number: it is asked again, never repaired',
  (written) => {
    expect(toE164(written, 'CG')).toBeNull()
  },
)

test.each([
  ['+242066123456', '+242 06 612 34 56'],
  ['+242222811234', '+242 22 281 12 34'],
  ['+33612345678', '+33 6 12 34 56 78'],
  ['+447400123456', '+44 7400 123456'],
  ['inconnu', 'inconnu'],
])('%s is shown as %s, the way its country writes it', (e164, shown) => {
  expect(readablePhone(e164)).toBe(shown)
})

test.each(['CG', 'CD', 'CI', 'FR', 'XX'])('the example for %s is a number there', (country) => {
  expect(toE164(phoneExample(country), country)).not.toBeNull()
})

test.each([
  ['+242066123456', true],
  ['+242055123456', true],
  ['+242222811234', false],
  ['+33612345678', true],
  ['+33142685300', false],
  // Where numbers do not tell.
  ['+12025550123', true],
  ['066123456', false],
  ['', false],
])('a text message to %j could arrive: %s', (number, could) => {
  expect(couldBeMobile(number)).toBe(could)
})
