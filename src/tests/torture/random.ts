/** A generator of numbers that one seed repeats (mulberry32). */
export type Random = {
  next(): number
  /** A whole number from 0 to `below`, without `below`. */
  below(limit: number): number
  chance(share: number): boolean
  pick<Value>(values: readonly Value[]): Value
  /** A generator of its own for each actor, so that their pace does not change each other's luck. */
  branch(): Random
}

export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[below(values.length)]
    if (value === undefined) throw new Error('nothing to pick from')
    return value
  }
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick,
    branch: () => randomOf(Math.floor(next() * 2 ** 32)),
  }
}
