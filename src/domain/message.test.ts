import { expect, test } from 'vitest'
import { judgeOutcome, ledgerKindOf, nextAttempt, type Outcome, type Verdict } from './message'

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

const nextAttemptAt = minutes(1)
const ACCEPTED: Outcome = { kind: 'accepted', answer: '250 OK' }
const REFUSED: Outcome = { kind: 'refused', answer: '550 no', permanent: true }
const LATER: Outcome = { kind: 'refused', answer: '451 later', permanent: false }
const SHUT: Outcome = { kind: 'shut', answer: '535 wrong password' }
const UNSENT: Outcome = { kind: 'unsent', cause: 'ECONNREFUSED' }
const UNKNOWN: Outcome = { kind: 'unknown', cause: 'closed' }

const UNREACHABLE = 'Serveur de messagerie injoignable (ECONNREFUSED).'
const LOST = 'Connexion perdue après l’envoi (closed) : issue inconnue.'

const FIRST: [Outcome, Verdict][] = [
  [ACCEPTED, { state: 'envoyee', answer: '250 OK' }],
  [REFUSED, { state: 'abandonnee', error: '550 no', because: 'refus' }],
  [LATER, { state: 'echouee', error: '451 later', nextAttemptAt, unknown: false }],
  [SHUT, { state: 'echouee', error: '535 wrong password', nextAttemptAt, unknown: false }],
  [UNSENT, { state: 'echouee', error: UNREACHABLE, nextAttemptAt, unknown: false }],
  [UNKNOWN, { state: 'echouee', error: LOST, nextAttemptAt, unknown: true }],
]
const AFTER_UNKNOWN: [Outcome, Verdict][] = [
  [ACCEPTED, { state: 'envoyee', answer: '250 OK' }],
  [REFUSED, { state: 'abandonnee', error: '550 no', because: 'refus' }],
  [LATER, { state: 'echouee', error: '451 later', nextAttemptAt, unknown: false }],
  [SHUT, { state: 'echouee', error: '535 wrong password', nextAttemptAt, unknown: false }],
  [UNSENT, { state: 'echouee', error: UNREACHABLE, nextAttemptAt, unknown: false }],
  [UNKNOWN, { state: 'abandonnee', error: LOST, because: 'issue_inconnue' }],
]
const message = { attempts: 1, unknownBefore: false, queuedAt, now: queuedAt, jitter: 0 }

test.each(FIRST)('%j means %j', (outcome, verdict) => {
  expect(judgeOutcome(outcome, message)).toEqual(verdict)
})

test.each(AFTER_UNKNOWN)('after an unknown outcome %j means %j', (outcome, verdict) => {
  expect(judgeOutcome(outcome, { ...message, unknownBefore: true })).toEqual(verdict)
})

test('what could not be sent in 48 hours is given up', () => {
  const late = { ...message, now: minutes(48 * 60) }
  expect(judgeOutcome(LATER, late)).toEqual({
    state: 'abandonnee',
    error: '451 later',
    because: 'delai',
  })
})

test.each([
  [ACCEPTED, 'acceptee'],
  [REFUSED, 'refusee'],
  [LATER, 'differee'],
  [UNSENT, 'injoignable'],
  [UNKNOWN, 'inconnue'],
] as const)('the ledger calls %j %s', (outcome, kind) => {
  expect(ledgerKindOf(outcome)).toBe(kind)
})
