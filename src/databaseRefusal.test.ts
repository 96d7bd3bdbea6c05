import { expect, test } from 'vitest'
import { databaseRefusal, databaseWords } from './databaseRefusal'

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
  ['ECONNREFUSED', 503],
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
