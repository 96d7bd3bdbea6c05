import { expect, test } from 'vitest'
import { isDoubtful } from './formTime'

const shownAt = new Date('2026-12-01T08:00:00Z')
const after = (milliseconds: number) => new Date(shownAt.getTime() + milliseconds)

test.each([
  ['after a minute', { now: after(60_000) }, false],
  ['after three seconds', { now: after(3_000) }, false],
  ['the next day: people leave pages open', { now: after(86_400_000) }, false],
  ['faster than anybody types', { now: after(2_999) }, true],
  ['before it was shown', { now: after(-1) }, true],
  ['without the time it was shown', { now: after(60_000), shownAt: null }, true],
  ['with a time that is none', { now: after(60_000), shownAt: new Date(NaN) }, true],
  ['with the unseen field filled in', { now: after(60_000), trap: 'http://x.example' }, true],
])('a form sent %s', (_when, form, doubtful) => {
  expect(isDoubtful({ shownAt, trap: '', ...form })).toBe(doubtful)
})
