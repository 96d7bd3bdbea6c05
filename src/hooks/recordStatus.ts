import type { CollectionAfterChangeHook } from 'payload'
import { clockOf } from './clock'
import { actorNameOf, actorOf } from './guardStatus'

/** Every change of status leaves a row of history, in the same transaction. */
export const recordStatus: CollectionAfterChangeHook = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const born = operation === 'create'
  if (!born && doc.status === previousDoc.status) return doc
  // A call is written down by staff; every other request comes from the client's own hand.
  const byClient = born && !(doc.source === 'telephone' && req.user)
  const at = (await clockOf(req)).toISOString()
  await req.payload.db.create({
    collection: 'status-history',
    data: {
      reservation: doc.id,
      from: born ? null : previousDoc.status,
      to: doc.status,
      actor: byClient ? 'client' : actorOf(req),
      actorName: byClient ? null : actorNameOf(req),
      reason: doc.statusReason ?? null,
      note: doc.statusNote ?? null,
      at,
    },
    returning: false,
    req,
  })
  return doc
}
