import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { house } from './house'

/** Runs `work` in the last hook of a write of a reservation, while `during` happens. */
export async function inLastHook<Result>(
  work: (req: PayloadRequest) => Promise<unknown>,
  during: () => Promise<Result>,
): Promise<Result> {
  const payload = await house()
  const { hooks } = payload.collections.reservations.config
  const last: CollectionAfterChangeHook = async ({ doc, req }) => {
    await work(req)
    return doc
  }
  hooks.afterChange.push(last)
  try {
    return await during()
  } finally {
    hooks.afterChange.splice(hooks.afterChange.indexOf(last), 1)
  }
}
