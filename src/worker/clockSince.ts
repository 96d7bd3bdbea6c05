/**
 * The database's clock, as far as it has gone on since an instant that it just told. All workers go
 * by it: one whose own clock is wrong would try again at once, or give up, for everybody.
 */
export function clockSince(told: Date): () => Date {
  const from = performance.now()
  return () => new Date(told.getTime() + performance.now() - from)
}
