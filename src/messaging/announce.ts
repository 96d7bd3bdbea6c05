import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import type { Event } from '@/domain/notifications'
import { webhookEventOf } from '@/domain/webhook'
import { programViews } from './programView'

/**
 * Writes what happened for every program that asked to hear of it, in the transaction of the event;
 * the worker calls them. The body is frozen here: each attempt sends, and signs, the same text.
 */
export async function announce(
  req: PayloadRequest,
  event: Event,
  reservation: number,
  now: Date,
): Promise<void> {
  const name = webhookEventOf(event)
  if (!name) return
  const hooks = await rowsOf<{ id: number }>(
    req,
    sql`select w.id from webhooks w where w.enabled and exists (select 1 from webhooks_events e
        where e.parent_id = w.id and e.value::text = ${name}) order by w.id`,
  )
  if (hooks.length === 0) return
  const [view] = await programViews(req, sql`r.id = ${reservation}`)
  if (!view) throw new Error('an event of a reservation that is not there')
  const id = randomUUID()
  const at = now.toISOString()
  const body = JSON.stringify({ id, event: name, at, reservation: view })
  for (const hook of hooks)
    await req.payload.db.create({
      collection: 'webhook-deliveries',
      data: {
        webhook: hook.id,
        reservation,
        event: name,
        eventId: id,
        body,
        state: 'a_envoyer',
        attempts: 0,
        nextAttemptAt: at,
        createdAt: at,
      },
      returning: false,
      req,
    })
}
