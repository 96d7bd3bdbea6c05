import { expect, test, vi } from 'vitest'
import { placeRefusal } from './placeRefusal'
import { Refusal } from './refusal'

test('a refusal of one copy of the program is one to every other: pages and routes are compiled apart', async () => {
  vi.resetModules()
  const other = await import('./placeRefusal')
  const refusal = other.placeRefusal('hors_horaires', 'fr')
  expect(other.placeRefusal).not.toBe(placeRefusal)
  expect(refusal).toBeInstanceOf(Refusal)
  expect(refusal).toMatchObject({ code: 'hors_horaires', path: 'startsAt', status: 400 })
})

test.each([null, undefined, 'refused', {}, new Error('surprise')])('%s is none', (value) => {
  expect(value instanceof Refusal).toBe(false)
})
