import { expect, test } from 'vitest'
import { recent } from './recent'

test('the same question is answered once, another one for itself', () => {
  const asked: string[] = []
  const length = recent((word) => {
    asked.push(word)
    return word.length
  })
  expect([length('a'), length('bb'), length('a'), length('bb')]).toEqual([1, 2, 1, 2])
  expect(asked).toEqual(['a', 'bb'])
})

test('it never holds more than 2,000 answers, and goes on answering rightly', () => {
  const asked: string[] = []
  const same = recent((word) => {
    asked.push(word)
    return word
  })
  for (let number = 0; number <= 2_000; number += 1) expect(same(`${number}`)).toBe(`${number}`)
  expect(same('0')).toBe('0')
  expect(asked.filter((word) => word === '0')).toHaveLength(2)
})
