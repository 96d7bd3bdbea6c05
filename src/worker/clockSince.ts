/**
 * The database's clock, as far as it has gone on since an instant that it told: by what is left of a
 * lease and when to try again, a worker whose own clock is wrong would be wrong for all.
 */
export function clockSince(told: Date): () => Date {
  const from = performance.now()
  return () => new Date(told.getTime() + performance.now() - from)
}
