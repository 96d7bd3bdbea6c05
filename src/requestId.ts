import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * The request under way: its id, for every line that is logged on its behalf, and what its page has
 * to say about the status. Next compiles its own copy of this file: both find the one store by its
 * name.
 */
const KEY = Symbol.for('scim.request')

export type RequestUnderWay = { readonly id: string; missing: boolean }
type Store = AsyncLocalStorage<RequestUnderWay>
// as: nobody else uses this key.
const known = Reflect.get(globalThis, KEY) as Store | undefined
const store: Store = known ?? new AsyncLocalStorage<RequestUnderWay>()
if (!known) Reflect.set(globalThis, KEY, store)

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
