import { expect, test } from 'vitest'
import { safeLine } from './safeConsole'

const read = (...told: unknown[]) => JSON.parse(safeLine(told)) as Record<string, unknown> // as: what the tests below look at.

test('a page that failed on a query is logged without the query and what was asked', () => {
  const error = Object.assign(
    new Error('Failed query: select … params: awa@example.com', {
      cause: Object.assign(new Error('duplicate key (awa@example.com)'), { code: '23505' }),
    }),
    { query: 'select …', params: ['awa@example.com'], digest: '867572779' },
  )
  const line = read('⨯', error)
  expect(line).toMatchObject({ level: 50, msg: '⨯ database error 23505', digest: '867572779' })
  expect(JSON.stringify(line)).not.toContain('awa@example.com')
  expect(JSON.stringify(line)).not.toContain('select')
})

test('a fault of the program keeps its words and where it was', () => {
  const line = read(new TypeError('x is not a function'))
  expect(line).toMatchObject({ msg: 'x is not a function', err: { type: 'TypeError' } })
  expect(JSON.stringify(line)).toContain('safeConsole.test.ts')
})
