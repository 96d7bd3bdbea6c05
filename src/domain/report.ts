/** How promises were kept, in numbers, and which delay the evidence advises. */

export type Tally = {
  /** Requests made in the period. */
  requests: number
  /** Promises whose fate is known: kept, or broken by a late answer or by none. */
  judged: number
  kept: number
  expired: number
  /** Working minutes until a person answered; null where nobody has yet. */
  median: number | null
  p90: number | null
}

/** How many of the judged promises a delay of so many working minutes would have kept. */
export type WhatIf = { minutes: number; kept: number }

export const DELAYS = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 480] as const

const GOOD = 95

/** Whole percent, rounded down: 99.6 % kept is not "all kept". Null where nothing is judged. */
export const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.floor((part / whole) * 100)

export type Advice = { minutes: number; percent: number }

/**
 * What to say of a month: what the promised delay would have kept, and beside it the shortest one
 * that keeps at least 95 %, or as many as any. Where today's already does it is the next shorter one,
 * to show what a bolder promise costs. Empty where nothing is judged yet.
 */
export function adviceOf(whatIfs: readonly WhatIf[], judged: number, promised: number): Advice[] {
  const shares = whatIfs
    .map(({ minutes, kept }) => ({ minutes, percent: percent(kept, judged) ?? 0 }))
    .sort((one, other) => one.minutes - other.minutes)
  const today = shares.find(({ minutes }) => minutes === promised)
  if (judged === 0 || !today) return []
  const within = Math.min(GOOD, ...shares.slice(-1).map((longest) => longest.percent))
  const other =
    today.percent >= GOOD
      ? shares.filter(({ minutes }) => minutes < promised).at(-1)
      : shares.find((one) => one.minutes >= promised && one.percent >= within)
  return [today, ...(other && other !== today ? [other] : [])].sort(
    (one, next) => one.minutes - next.minutes,
  )
}
