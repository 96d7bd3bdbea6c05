import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import type { Event } from '@/domain/notifications'
import { webhookEventOf } from '@/domain/webhook'
import { programViews } from './programView'

/** The programs that asked to hear of an event, as ids. */
export const listenersQuery = (event: Event) =>
  sql`select w.id from webhooks w where w.enabled and exists (select 1 from webhooks_events e
        where e.parent_id = w.id and e.value::text = ${webhookEventOf(event)}) order by w.id`

export async function listenersOf(req: PayloadRequest, event: Event): Promise<number[]> {
  const found = await rowsOf<{ id: number }>(req, listenersQuery(event))
  return found.map(({ id }) => id)
}

/**
 * Writes what happened for every program that asked to hear of it, in the transaction of the event;
 * the worker calls them. The body is frozen here: each attempt sends, and signs, the same text.
 * @param listeners who asked to hear of it
 */
export async function announce(
  req: PayloadRequest,
  event: Event,
  reservation: number,
  now: Date,
  listeners: readonly number[],
): Promise<void> {
  const name = webhookEventOf(event)
  if (!name || listeners.length === 0) return
  const [view] = await programViews(req, sql`r.id = ${reservation}`)
  if (!view) throw new Error('an event of a reservation that is not there')
  const id = randomUUID()
  const at = now.toISOString()
  const body = JSON.stringify({ id, event: name, at, reservation: view })
  for (const webhook of listeners)
    await req.payload.db.create({
      collection: 'webhook-deliveries',
      data: {
        webhook,
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
