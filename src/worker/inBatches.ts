/**
 * Takes up batch after batch until one is not full, a few things of each at once.
 * @param by.goOn whether to begin another batch: who is asked to stop leaves the backlog to others
 * @returns how many were taken up
 */
export async function inBatches<One>(
  by: {
    claim: (most: number) => Promise<One[]>
    most: number
    atOnce: number
    goOn: () => boolean
  },
  work: (one: One) => Promise<void>,
): Promise<number> {
  const { claim, most, atOnce, goOn } = by
  let taken = 0
  while (goOn()) {
    const batch = await claim(most)
    taken += batch.length
    const queue = [...batch]
    const lane = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) await work(next)
    }
    await Promise.all(Array.from({ length: atOnce }, lane))
    if (batch.length < most) break
  }
  return taken
}
