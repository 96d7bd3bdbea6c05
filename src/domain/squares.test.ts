import { expect, test } from 'vitest'
import { squares } from './squares'

test('each run of dark squares is one rectangle of the path', () => {
  expect(
    squares([
      [true, true, false],
      [false, false, false],
      [true, false, true],
    ]),
  ).toEqual({ size: 3, path: 'M0 0h2v1h-2zM0 2h1v1h-1zM2 2h1v1h-1z' })
})

test('nothing dark is an empty path', () => {
  expect(squares([[false]])).toEqual({ size: 1, path: '' })
})
