import type { CollectionAfterChangeHook } from 'payload'
import { eventOf } from '@/domain/notifications'
import { queueNotices } from '@/messaging/queueNotices'
import { clockOf } from './clock'

/** Every event tells those who must know, in the same transaction. */
export const queueMessages: CollectionAfterChangeHook = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation === 'update' && doc.status === previousDoc.status) return doc
  const event = eventOf(doc.status, doc.statusReason ?? null)
  await queueNotices(req, event, doc, await clockOf(req))
  return doc
}
