/** In how many seconds the next try is taken, as an answer names it. */
export const secondsLeft = ({ headers }: { headers: Headers }) => Number(headers.get('retry-after'))

/**
 * The least that is left of a limit, however slow the machine is.
 * @param seconds how long it lasts
 * @param since before its first turn, in milliseconds
 */
export const leastLeft = (seconds: number, since: number) =>
  Math.floor(seconds - (Date.now() - since) / 1_000)
