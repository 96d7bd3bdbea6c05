import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * The id of the request under way, for every line that is logged on its behalf. Next compiles its
 * own copy of this file: both find the one store by its name.
 */
const KEY = Symbol.for('scim.request')

type Store = AsyncLocalStorage<string>
// as: nobody else uses this key.
const known = Reflect.get(globalThis, KEY) as Store | undefined
const store: Store = known ?? new AsyncLocalStorage<string>()
if (!known) Reflect.set(globalThis, KEY, store)

export const withRequestId = <Result>(id: string, work: () => Result): Result => store.run(id, work)

export const requestId = (): string | undefined => store.getStore()
