import { Locked, type CollectionBeforeOperationHook, type CollectionConfig } from 'payload'
import { localeOf } from '@/refusal'

/** As long as Payload's panel shows a record as taken. */
const MINUTES = 5

const TAKEN = {
  fr: 'Quelqu’un d’autre modifie cette fiche en ce moment : réessayez dans quelques minutes.',
  en: 'Somebody else is editing this record right now: try again in a few minutes.',
}

/**
 * Whether a colleague has the record open is asked in the edit's own transaction. Payload asks on a
 * second connection while the edit holds one: ten edits at once then wait for each other, and the
 * whole site with them, until the pool gives up after fifteen seconds.
 */
const askEditLock: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  if (operation !== 'update' && operation !== 'delete') return args
  if (!('id' in args) || !('overrideLock' in args) || args.overrideLock !== false) return args
  const { docs } = await req.payload.db.find<{ updatedAt: string; user?: { value: unknown } }>({
    collection: 'payload-locked-documents',
    where: {
      and: [
        { 'document.relationTo': { equals: collection.slug } },
        { 'document.value': { equals: args.id } },
      ],
    },
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
    req,
  })
  const [lock] = docs
  const isFresh = lock && Date.now() - new Date(lock.updatedAt).getTime() <= MINUTES * 60_000
  if (isFresh && lock.user?.value !== req.user?.id) throw new Locked(TAKEN[localeOf(req)])
  return { ...args, overrideLock: true }
}

/** A collection whose edits need one connection each. */
export const editedInOneTransaction = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [...(collection.hooks?.beforeOperation ?? []), askEditLock],
  },
})
