import type { PayloadRequest } from 'payload'
import { expect, test, vi } from 'vitest'
import { withPrepared, type Prepared } from './prepared'

test('what a route prepared is found by hooks that a page brought: both are compiled apart', async () => {
  vi.resetModules()
  const other = await import('./prepared')
  const req = {} as PayloadRequest // as: only which one it is counts.
  const facts = { reference: 'RSV-7K3M-9QXA' } as Prepared // as: it is handed on as it is.
  expect(other.withPrepared).not.toBe(withPrepared)
  expect(await withPrepared(req, facts, async () => other.preparedFor(req))).toBe(facts)
  expect(other.preparedFor(req)).toBe(undefined)
})
