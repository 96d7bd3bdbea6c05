import type {
  CollectionAfterOperationHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload'
import { rowsOf, sql } from '@/database'

type Named = {
  id?: number
  client?: unknown
  clientName?: string | null
  clientPhone?: string | null
  clientEmail?: string | null
  propertyTitle?: string | null
}

/** Payload would read each of these by a statement of its own, and owners would get none of them. */
export const leaveNames: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation !== 'read' || ('select' in args && args.select)) return args
  return {
    ...args,
    select: { clientName: false, clientPhone: false, clientEmail: false, propertyTitle: false },
  }
}

/**
 * Says who asks and for which property, in one statement for a whole page. Whoever reads a
 * reservation may know it; the clients' own records stay closed to owners.
 */
export const nameParties: CollectionAfterOperationHook = async ({ operation, req, result }) => {
  if (operation !== 'find' && operation !== 'findByID') return result
  // as: what these two operations give back: a page, or one document, or none.
  const found = result as { docs?: Named[] } & Named
  const docs = (Array.isArray(found?.docs) ? found.docs : [found]).filter(
    (doc) => doc?.id && doc.client,
  )
  if (docs.length > 0) await name(req, docs)
  return result
}

async function name(req: PayloadRequest, docs: Named[]): Promise<void> {
  const ids = sql.join(
    docs.map(({ id }) => sql`${Number(id)}`),
    sql`, `,
  )
  const rows = await rowsOf<Required<Named>>(
    req,
    sql`select r.id, c.name as "clientName", c.phone as "clientPhone", c.email as "clientEmail",
          p.title as "propertyTitle"
        from reservations r join clients c on c.id = r.client_id
        join properties p on p.id = r.property_id where r.id in (${ids})`,
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  for (const doc of docs) {
    const row = byId.get(Number(doc.id))
    if (row) Object.assign(doc, { ...row, id: doc.id })
  }
}
