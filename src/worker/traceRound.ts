import { record } from '@/traces'

/** One span for a round of the worker that did something or failed; the others would drown these. */
export function roundOf(name: string) {
  const start = new Date()
  const tell = (failed: boolean, done: number) =>
    record({
      name: `worker ${name}`,
      kind: 'internal',
      start,
      end: new Date(),
      attributes: { 'scim.work': name, 'scim.done': done },
      failed,
    })
  return {
    /** @param done how many things were done, where the work counts them */
    ended: (done: unknown) => {
      if (typeof done === 'number' && done > 0) tell(false, done)
    },
    failed: () => tell(true, 0),
  }
}
