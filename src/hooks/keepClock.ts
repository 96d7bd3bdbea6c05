import type { CollectionBeforeChangeHook } from 'payload'
import { heldUntil, respondBy } from '@/domain/promise'
import { env } from '@/env'
import { officeHours } from '@/messaging/office'
import { preparedFor } from '@/prepared'
import { clockOf } from './clock'
import { actorOf } from './guardStatus'

/** Starts the clock of the promise with the request, and stops it with a person's decision. */
export const keepClock: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'create') {
    const now = await clockOf(req)
    const hours = preparedFor(req)?.office.hours ?? (await officeHours(req))
    const due = respondBy({ from: now, minutes: env.slaMinutes, hours })
    return {
      ...data,
      createdAt: now.toISOString(),
      slaMinutes: env.slaMinutes,
      respondBy: due.toISOString(),
      awaitingUntil: due.toISOString(),
      respondedAt: null,
      holdUntil: heldUntil({
        from: now,
        respondBy: due,
        holdHours: env.holdHours,
      }).toISOString(),
    }
  }
  if (data.status === originalDoc.status || originalDoc.status !== 'en_attente') return data
  const now = await clockOf(req)
  const answered = actorOf(req) === 'proprietaire' || actorOf(req) === 'admin'
  return {
    ...data,
    awaitingUntil: null,
    respondedAt: originalDoc.respondedAt ?? (answered ? now.toISOString() : null),
  }
}
