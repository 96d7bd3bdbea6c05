import { expect, test } from 'vitest'
import { databaseRefusal, databaseWords, isDatabaseAway, leftNothing } from './databaseRefusal'

/** What PostgreSQL or its driver said, and the status a person gets. */

const from = (code: string) =>
  new Error('Failed query', { cause: Object.assign(new Error(), { code }) })

test.each([
  ['23P01', 409],
  ['23505', 409],
  ['23514', 409],
  ['40001', 409],
  ['22P02', 400],
  ['23503', 400],
  ['40000', 503],
  ['57P01', 503],
  ['57P03', 503],
  ['08006', 503],
  ['53100', 503],
  ['53300', 503],
  ['25P03', 503],
  ['25006', 503],
  ['58030', 503],
  ['ECONNREFUSED', 503],
  ['ENOTFOUND', 503],
])('%s is answered %i', (code, status) => {
  expect(databaseRefusal(from(code))?.status).toBe(status)
})

test.each([
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error and is not queryable',
])('"%s" has no code, and is answered 503', (said) => {
  expect(databaseRefusal(new Error('Failed query', { cause: new Error(said) }))?.status).toBe(503)
})

test('a connection that is refused, whatever the reason, is an interruption', () => {
  for (const code of ['55000', '3D000', '28P01']) {
    const refused = Object.assign(new Error('refused'), { code, severity: 'FATAL' })
    expect([code, databaseRefusal(refused)?.status]).toEqual([code, 503])
    expect([code, isDatabaseAway(new Error('Failed query', { cause: refused }))]).toEqual([
      code,
      true,
    ])
  }
  expect(isDatabaseAway(Object.assign(new Error(), { code: '55000', severity: 'ERROR' }))).toBe(
    false,
  )
})

test.each([
  ['53300', true],
  ['57P03', true],
  ['25006', true],
  ['40000', true],
  ['ECONNREFUSED', true],
  // What was under way when the line went may have been committed.
  ['57P01', false],
  ['08006', false],
  ['ECONNRESET', false],
  ['EPIPE', false],
])('after %s it is known that nothing was left: %s', (code, known) => {
  expect(leftNothing(from(code))).toBe(known)
})

test('a lost connection leaves it open whether something was written', () => {
  const said = (words: string) =>
    leftNothing(new Error('Failed query', { cause: new Error(words) }))
  expect(said('Connection terminated unexpectedly')).toBe(false)
  expect(said('timeout exceeded when trying to connect')).toBe(true)
})

test('a fault of the program is no refusal', () => {
  expect(databaseRefusal(new TypeError('x is not a function'))).toBeNull()
  expect(databaseRefusal(from('42703'))).toBeNull()
})

test('who operates the program reads what PostgreSQL says, and no value that was written', () => {
  const failed = (code: string, said: string) =>
    new Error('Failed query: insert … params: awa@example.com', {
      cause: Object.assign(new Error(said), { code, detail: 'Key (email)=(awa@example.com)' }),
    })
  expect(databaseWords(failed('42501', 'permission denied for schema public'))).toBe(
    'The database says: permission denied for schema public (42501).',
  )
  expect(databaseWords(failed('22P02', 'invalid input syntax for type integer: "Awa"'))).toBe(
    'The database refused a value (22P02).',
  )
  expect(databaseWords(new Error('Failed query: … params: awa@example.com'))).toBe(
    'The connection to the database was lost.',
  )
  expect(databaseWords(new Error('Connection terminated unexpectedly'))).toBe(
    'The connection to the database was lost.',
  )
  expect(databaseWords(new TypeError('x is not a function'))).toBeNull()
})
