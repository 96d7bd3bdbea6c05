import type { CollectionAfterChangeHook } from 'payload'
import { closeFeed } from '@/calendarFeeds'

const idsOf = (owners: unknown): unknown[] =>
  Array.isArray(owners) ? owners.map((owner) => owner?.id ?? owner) : []

/** Whoever owns a property no more knows the address of its calendar still: that address dies. */
export const closeFeedOfLeaver: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
  // Owners do not read this field, and only admins write it.
  if (!Array.isArray(doc.owners)) return doc
  const now = idsOf(doc.owners)
  if (idsOf(previousDoc?.owners).some((owner) => !now.includes(owner)))
    await closeFeed(req, { scope: 'bien', target: Number(doc.id) })
  return doc
}
