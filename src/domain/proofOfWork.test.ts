import { createHash, createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { HIGHEST, makeChallenge, provenChallenge, type Challenge } from './proofOfWork'

const crypto = {
  sha256: (text: string) => createHash('sha256').update(text).digest('hex'),
  sign: (text: string) => createHmac('sha256', 'clé').update(text).digest('hex'),
}
const now = new Date('2026-12-01T09:00:00Z')
const until = new Date('2026-12-01T09:30:00Z')
const made = makeChallenge(crypto, { random: 'abc', number: 12_345, until })
const same = (one: string, other: string) => one === other

const sent = (changes: object = {}) => {
  const { maxnumber: _most, ...rest } = made
  return btoa(JSON.stringify({ ...rest, number: 12_345, ...changes }))
}
const proven = (text: string, at = now) => provenChallenge(text, at, crypto, same)

test('the challenge is what ALTCHA’s browsers read', () => {
  expect(made).toEqual({
    algorithm: 'SHA-256',
    challenge: crypto.sha256('abc?expires=1796117400&12345'),
    maxnumber: 50_000,
    salt: 'abc?expires=1796117400&',
    signature: crypto.sign(made.challenge),
  } satisfies Challenge)
})

test('whoever tries every number finds it', () => {
  let found = -1
  for (let number = 0; number <= HIGHEST && found < 0; number += 1)
    if (crypto.sha256(`${made.salt}${number}`) === made.challenge) found = number
  expect(found).toBe(12_345)
  expect(proven(sent({ number: found }))).toBe(made.challenge)
})

const other = makeChallenge(
  { ...crypto, sign: (text) => crypto.sha256(text) },
  { random: 'abc', number: 7, until: new Date('2099-01-01T00:00:00Z') },
)

test.each([
  ['another number', sent({ number: 12_344 })],
  ['a number that is none', sent({ number: '12345' })],
  ['a number out of bounds', sent({ number: HIGHEST + 1 })],
  ['a challenge of one’s own', sent({ ...other, number: 7 })],
  ['a later end', sent({ salt: 'abc?expires=1999999999&' })],
  [
    'an end that took digits of the number',
    sent({ salt: 'abc?expires=1796117400&123', number: 45 }),
  ],
  ['another algorithm', sent({ algorithm: 'SHA-1' })],
  ['no JSON', btoa('{')],
  ['no Base64', '%%%'],
  ['nothing', ''],
])('%s is no proof', (_name, text) => {
  expect(proven(text)).toBeNull()
})

test('it is over after its time', () => {
  expect(proven(sent(), new Date('2026-12-01T09:29:59Z'))).toBe(made.challenge)
  expect(proven(sent(), until)).toBeNull()
})

test('no digit of the number can be given to the end, which would then never come', () => {
  const long = new Date('2026-12-02T09:00:00Z')
  for (let taken = 1; taken < 5; taken += 1) {
    const salt = `${made.salt}${'12345'.slice(0, taken)}`
    const number = Number('12345'.slice(taken))
    for (const spliced of [salt, salt.replace('&', ''), `${salt}&`])
      expect(proven(sent({ salt: spliced, number }), long)).toBeNull()
  }
})
