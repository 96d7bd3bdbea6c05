import { Forbidden } from 'payload'
import { expect, test } from 'vitest'
import { logger } from './logger'
import { Refusal } from './refusal'

/** What a line of the log may say. */

const options = typeof logger === 'object' && 'options' in logger ? logger.options : {}

/** The lines that one call of the logger at level "error" writes. */
function written(...args: unknown[]): unknown[][] {
  const lines: unknown[][] = []
  const write = (...line: unknown[]) => void lines.push(line)
  const at =
    (level: string) =>
    (...line: unknown[]) =>
      void lines.push([level, ...line])
  // as: pino's own instance, of which the hook uses these two methods.
  const self = { info: at('info'), warn: at('warn') } as never
  // as: pino wants a tuple of its own overloads.
  options.hooks?.logMethod?.call(self, args as never, write as never, 50)
  return lines
}

const driver = Object.assign(new Error('duplicate key (phone)=(+242066123456)'), { code: '23505' })
const failed = new Error('Failed query: insert into clients values ($1)\nparams: Awa Mabiala', {
  cause: driver,
})

test('a failed statement is named by its code: its sentence has names and numbers of people', () => {
  for (const err of [failed, driver]) {
    expect(written({ err })).toEqual([[{ err }, 'database error 23505']])
    expect(JSON.stringify(options.serializers?.err?.(err))).not.toMatch(/Awa|242066/)
  }
})

test('what somebody sent and no column can hold is no error of ours: nobody is woken by it', () => {
  const err = new Error('Failed query: select 1\nparams: 1 and 1=1', {
    cause: Object.assign(new Error('invalid input syntax'), { code: '22P02' }),
  })
  expect(written({ err })).toEqual([['warn', { err }, 'database error 22P02']])
})

test('a failed statement without a code is still not quoted', () => {
  const err = new Error('Failed query: select 1\nparams: Awa Mabiala')
  expect(written({ err })).toEqual([[{ err }, 'database error LOST']])
})

test('an expected refusal is no error, and says only which it was', () => {
  const err = new Refusal('pris', { fr: 'Pris', en: 'Taken' }, 'startsAt', 409, 'fr')
  expect(written({ err })).toEqual([['info', 'refused: pris']])
  expect(written({ err: new Forbidden() })).toEqual([['info', 'refused: 403']])
})

test('any other line is written as it was said', () => {
  const err = new TypeError('x is not a function')
  expect(written({ err })).toEqual([[{ err }]])
  expect(written({ err: failed, msg: 'route failed' })).toEqual([
    [{ err: failed, msg: 'route failed' }],
  ])
  expect(written('Ready')).toEqual([['Ready']])
})
