import { expect, test } from 'vitest'
import { adviceOf, percent } from './report'

test.each([
  [0, 0, null],
  [0, 3, 0],
  [2, 3, 66],
  [999, 1000, 99],
  [3, 3, 100],
])('%i of %i is %s %%', (part, whole, share) => {
  expect(percent(part, whole)).toBe(share)
})

const WHAT_IFS = [
  { minutes: 10, kept: 40 },
  { minutes: 20, kept: 81 },
  { minutes: 30, kept: 96 },
  { minutes: 60, kept: 98 },
]

test('a promise that is too bold is shown with the shortest one that keeps 95 %', () => {
  expect(adviceOf(WHAT_IFS, 100, 20)).toEqual([
    { minutes: 20, percent: 81 },
    { minutes: 30, percent: 96 },
  ])
})

test('a promise that is kept is shown with the next bolder one', () => {
  expect(adviceOf(WHAT_IFS, 100, 30)).toEqual([
    { minutes: 20, percent: 81 },
    { minutes: 30, percent: 96 },
  ])
})

test('where none keeps 95 % the shortest that keeps as many as any is shown', () => {
  const more = [...WHAT_IFS, { minutes: 90, kept: 98 }, { minutes: 240, kept: 98 }]
  expect(adviceOf(more, 200, 10)).toEqual([
    { minutes: 10, percent: 20 },
    { minutes: 60, percent: 49 },
  ])
  expect(adviceOf(more, 200, 60)).toEqual([{ minutes: 60, percent: 49 }])
  expect(adviceOf(more, 200, 90)).toEqual([{ minutes: 90, percent: 49 }])
})

test('exactly 95 % is kept, and the order of the evidence does not matter', () => {
  const reversed = [...WHAT_IFS].reverse()
  expect(adviceOf(reversed, 100, 60)).toEqual([
    { minutes: 30, percent: 96 },
    { minutes: 60, percent: 98 },
  ])
  const exact = [
    { minutes: 30, kept: 95 },
    { minutes: 10, kept: 40 },
    { minutes: 60, kept: 98 },
  ]
  expect(adviceOf(exact, 100, 30)).toEqual([
    { minutes: 10, percent: 40 },
    { minutes: 30, percent: 95 },
  ])
})

test('nothing is advised without evidence', () => {
  expect(adviceOf(WHAT_IFS, 0, 30)).toEqual([])
})
