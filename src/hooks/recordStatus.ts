import type { CollectionAfterChangeHook } from 'payload'
import { sql, writeWithNext } from '@/database'
import { sealedText } from '@/domain/chain'
import { preparedFor } from '@/prepared'
import { hashOf } from '@/secrets'
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
  const step = {
    at: await clockOf(req),
    from: born ? null : previousDoc.status,
    to: doc.status,
    actor: byClient ? ('client' as const) : actorOf(req),
    reason: doc.statusReason ?? null,
  }
  const { at, from, to, actor, reason } = step
  const prepared = preparedFor(req)
  // Of a first step all that its hash covers is known here; the database compares it with its own.
  const hash =
    prepared && born ? hashOf(sealedText(doc.reference, { ...step, previousHash: null })) : null
  await writeWithNext(
    req,
    'record_status',
    sql`insert into status_history (reservation_id, "from", "to", actor, actor_name, reason, note, at, hash)
        values (${doc.id}, ${from}, ${to}, ${actor}, ${byClient ? null : actorNameOf(req)}, ${reason},
          ${doc.statusNote ?? null}, ${at.toISOString()}, ${hash})`,
  )
  if (prepared && hash) prepared.step = { hash, at: at.toISOString(), status: to, actor, reason }
  return doc
}
