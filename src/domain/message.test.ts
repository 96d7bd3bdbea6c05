import { expect, test } from 'vitest'
import { judgeOutcome, nextAttempt, type Outcome } from './message'

const queuedAt = new Date('2026-11-23T08:00:00Z')
const minutes = (count: number) => new Date(queuedAt.getTime() + count * 60_000)

test.each([
  [1, 1],
  [2, 5],
  [3, 15],
  [4, 60],
  [5, 240],
  [9, 240],
])('after attempt %i the next waits %i minutes', (attempts, wait) => {
  const next = nextAttempt({ attempts, queuedAt, now: queuedAt, jitter: 0 })
  expect(next).toEqual(minutes(wait))
})

test('jitter only delays, by a fifth at most', () => {
  expect(nextAttempt({ attempts: 2, queuedAt, now: queuedAt, jitter: 1 })).toEqual(minutes(6))
})

test('the last attempt lies within 48 hours of the event', () => {
  const late = minutes(44 * 60)
  expect(nextAttempt({ attempts: 9, queuedAt, now: late, jitter: 0 })).toEqual(minutes(48 * 60))
  expect(nextAttempt({ attempts: 9, queuedAt, now: minutes(44 * 60 + 1), jitter: 0 })).toBeNull()
})

const ROWS: [Outcome, boolean, string][] = [
  [{ kind: 'accepted', answer: '250 OK' }, false, 'envoyee'],
  [{ kind: 'refused', answer: '550 no', permanent: true }, false, 'abandonnee'],
  [{ kind: 'refused', answer: '451 later', permanent: false }, false, 'echouee'],
  [{ kind: 'unsent', cause: 'ECONNREFUSED' }, false, 'echouee'],
  [{ kind: 'unsent', cause: 'ECONNREFUSED' }, true, 'echouee'],
  [{ kind: 'unknown', cause: 'closed' }, false, 'echouee'],
  [{ kind: 'unknown', cause: 'closed' }, true, 'abandonnee'],
]

test.each(ROWS)('%j, unknown before %s: %s', (outcome, unknownBefore, state) => {
  const message = { attempts: 1, unknownBefore, queuedAt, now: queuedAt, jitter: 0 }
  expect(judgeOutcome(outcome, message).state).toBe(state)
})
