/**
 * Whether this process has been asked to stop. Next compiles its own copy of this file: both find
 * the one answer by its name.
 */
const KEY = Symbol.for('scim.stopping')

export const isStopping = (): boolean => Reflect.get(globalThis, KEY) === true

export const announceStop = (stopping = true): void => void Reflect.set(globalThis, KEY, stopping)
