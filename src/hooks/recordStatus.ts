import type { CollectionAfterChangeHook } from 'payload'
import { preparedRowsOf, sql } from '@/database'
import { preparedFor } from '@/prepared'
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
  const actor = byClient ? 'client' : actorOf(req)
  const reason = doc.statusReason ?? null
  const [written] = await preparedRowsOf<{ hash: string }>(
    req,
    'record_status',
    sql`insert into status_history (reservation_id, "from", "to", actor, actor_name, reason, note, at)
        values (${doc.id}, ${born ? null : previousDoc.status}, ${doc.status},
          ${actor}, ${byClient ? null : actorNameOf(req)}, ${reason}, ${doc.statusNote ?? null},
          ${at})
        returning hash`,
  )
  const prepared = preparedFor(req)
  if (prepared && born && written)
    prepared.step = { hash: written.hash, at, status: doc.status, actor, reason }
  return doc
}
