import type { PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { insertWithNext } from '@/insertRow'
import type { Reservation } from '@/payload-types'
import type { Prepared } from '@/prepared'

type Wish = Pick<
  Reservation,
  'kind' | 'startsAt' | 'note' | 'locale' | 'source' | 'doubtful' | 'requestKey'
> & { property: number; client: number; endsAt?: string }

/**
 * `payload.create` for a request that was read and checked (`domain/request`): the hooks of the
 * collection in their order, and the same row. Payload's four passes over every field are left out, a
 * quarter of a booking: nothing here was typed into a field, and the columns' constraints stand. A
 * test holds both ways to the same row, history and messages.
 */
export async function createReservation(
  req: PayloadRequest,
  wish: Wish,
  { id, now }: Pick<Prepared, 'id' | 'now'>,
): Promise<Reservation> {
  const { config: collection } = req.payload.collections.reservations
  const { context } = req
  let data: Record<string, unknown> = { ...defaultsOf(collection), ...wish }
  for (const hook of collection.hooks.beforeChange)
    data = await hook({ collection, context, data, operation: 'create', req })
  const row = { ...data, id, updatedAt: now.toISOString() }
  let doc = await insertWithNext(req, 'reservations', row)
  for (const hook of collection.hooks.afterChange)
    doc = await hook({ collection, context, data, doc, operation: 'create', previousDoc: {}, req })
  return doc as unknown as Reservation // as: the table's columns are the collection's fields.
}

const defaultsOf = ({ flattenedFields }: SanitizedCollectionConfig) =>
  Object.fromEntries(
    flattenedFields.flatMap((field) =>
      'defaultValue' in field && field.defaultValue !== undefined
        ? [[field.name, field.defaultValue] as const]
        : [],
    ),
  )
