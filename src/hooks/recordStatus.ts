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
  const at = (await clockOf(req)).toISOString()
  await req.payload.db.create({
    collection: 'status-history',
    data: {
      reservation: doc.id,
      from: born ? null : previousDoc.status,
      to: doc.status,
      actor: born ? 'client' : actorOf(req),
      actorName: born ? null : actorNameOf(req),
      reason: doc.statusReason ?? null,
      note: doc.statusNote ?? null,
      at,
    },
    returning: false,
    req,
  })
  return doc
}
