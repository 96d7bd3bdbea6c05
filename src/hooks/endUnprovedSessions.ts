import type { CollectionAfterChangeHook, GlobalAfterChangeHook } from 'payload'
import type { User } from '@/payload-types'
import { endUnproved } from '@/secondFactor'

/** The settings now ask a role for a second factor: who has none enters again, and sets it up. */
export const endOnDemand: GlobalAfterChangeHook = async ({ doc, req }) => {
  await endUnproved(req)
  return doc
}

/** The same for somebody whose new role asks for one. */
export const endOnNewRole: CollectionAfterChangeHook<User> = async ({ doc, previousDoc, req }) => {
  if (doc.role !== previousDoc?.role) await endUnproved(req)
  return doc
}
