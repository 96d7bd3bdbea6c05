import { afterEach, beforeEach, expect, vi } from 'vitest'

/** What complains on the console was not expected by the test: it fails. */
beforeEach(() => {
  vi.spyOn(console, 'error')
})

afterEach(() => {
  expect(vi.mocked(console.error).mock.calls).toEqual([])
  vi.restoreAllMocks()
})
