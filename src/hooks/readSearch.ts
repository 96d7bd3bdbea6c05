import type { CollectionBeforeOperationHook, PayloadRequest, Where } from 'payload'
import { rowsOf, sql } from '@/database'
import { phonePart, referencePart } from '@/domain/search'

const NEVER: Where = { id: { equals: 0 } }
/** Of more, PostgreSQL would rather walk through all reservations in their order. */
const MOST = 200

/**
 * Finds reservations by reference, name and phone in any writing. Names and numbers stand in the
 * clients' table, which owners may not read: it is asked for here, and the reservation's own access
 * still decides what is found.
 */
export const readSearch: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'read' && operation !== 'count') return args
  // as: the reading operations are a union; each that filters has this.
  const { where } = args as { where?: Where }
  return where ? { ...args, where: await rewritten(req, where) } : args
}

async function rewritten(req: PayloadRequest, where: Where): Promise<Where> {
  const result: Where = {}
  const also: Where[] = []
  for (const [path, condition] of Object.entries(where)) {
    if (Array.isArray(condition)) {
      const parts: Where[] = []
      for (const part of condition) parts.push(await rewritten(req, part))
      result[path] = parts
      continue
    }
    const text = textOf(condition)
    if (text === null || !SEARCHED.has(path)) result[path] = condition
    else also.push(path === 'reference' ? byReference(text) : await byClient(req, path, text))
  }
  return also.length > 0
    ? { and: [...(Object.keys(result).length > 0 ? [result] : []), ...also] }
    : result
}

const SEARCHED = new Set(['reference', 'clientName', 'clientPhone', 'clientEmail'])

function textOf(condition: unknown): string | null {
  if (typeof condition !== 'object' || condition === null) return null
  const [[operator, value] = []] = Object.entries(condition)
  const searches = operator === 'like' || operator === 'contains' || operator === 'equals'
  return searches && typeof value === 'string' ? value.trim().slice(0, 120) : null
}

function byReference(text: string): Where {
  const found = referencePart(text)
  if (!found) return NEVER
  return 'whole' in found
    ? { reference: { equals: found.whole } }
    : { reference: { contains: found.part } }
}

const pattern = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

async function byClient(req: PayloadRequest, path: string, text: string): Promise<Where> {
  const digits = path === 'clientPhone' ? phonePart(text) : null
  if (text === '' || (path === 'clientPhone' && !digits)) return NEVER
  const condition = {
    clientName: sql`scim_plain(c.name) like scim_plain(${pattern(text)})`,
    clientPhone: sql`c.phone like ${pattern(digits ?? '')}`,
    clientEmail: sql`lower(c.email) like lower(${pattern(text)})`,
  }[path]
  // Of a common name an owner has few: others' clients must not use up the places.
  const mine =
    req.user?.role === 'proprietaire'
      ? sql`exists (select 1 from reservations r
          join properties_rels o on o.parent_id = r.property_id and o.path = 'owners'
          where r.client_id = c.id and o.users_id = ${req.user.id})`
      : sql`true`
  const rows = await rowsOf<{ id: number }>(
    req,
    sql`select c.id from clients c where ${condition} and ${mine} order by c.id desc limit ${MOST}`,
  )
  return rows.length > 0 ? { client: { in: rows.map(({ id }) => id) } } : NEVER
}
