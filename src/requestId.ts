import { AsyncLocalStorage } from 'node:async_hooks'
import type { Failure } from './failure'
import { shared } from './shared'

/**
 * The request under way: its id, for every line that is logged on its behalf, and what its page has
 * to say about the status.
 */
export type RequestUnderWay = { readonly id: string; missing: boolean; failure?: Failure }
const store = shared('request', () => new AsyncLocalStorage<RequestUnderWay>())

export const inRequest = <Result>(request: RequestUnderWay, work: () => Result): Result =>
  store.run(request, work)

export const requestUnderWay = (): RequestUnderWay | undefined => store.getStore()

export const requestId = (): string | undefined => store.getStore()?.id

/**
 * For a page that says itself that nothing stands at its address: the server answers it with 404.
 * Next's `notFound()` sends an empty page that only a script fills (vercel/next.js#62228).
 */
export function answerMissing(): void {
  const request = store.getStore()
  if (request) request.missing = true
}
