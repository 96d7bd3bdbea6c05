import type { CollectionBeforeOperationHook, PayloadRequest, Where } from 'payload'
import { propertiesOf } from '@/access'
import { rowsOf, sql } from '@/database'
import { phonePart, referencePart } from '@/domain/search'
import { env } from '@/env'

const NEVER: Where = { id: { equals: 0 } }
/** Of a common name those that the list would show first. */
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

/** The reservations themselves, found in one statement: by clients' ids a list would be walked whole. */
async function byClient(req: PayloadRequest, path: string, text: string): Promise<Where> {
  const mine = await ownOf(req)
  for (const condition of conditionsOf(path, text)) {
    const rows = await rowsOf<{ id: number }>(
      req,
      sql`select r.id from clients c join reservations r on r.client_id = c.id
          where ${condition} and ${mine}
          order by r.awaiting_until, r.starts_at desc limit ${MOST}`,
    )
    if (rows.length > 0) return { id: { in: rows.map(({ id }) => id) } }
  }
  return NEVER
}

/** What to look for, one after the other until something is found. */
function conditionsOf(path: string, text: string) {
  if (text === '') return []
  if (path === 'clientName') return [sql`scim_plain(c.name) like scim_plain(${pattern(text)})`]
  if (path === 'clientEmail') return [sql`lower(c.email) like lower(${pattern(text)})`]
  const phone = phonePart(text, env.country)
  if (!phone) return []
  const part = sql`c.phone like ${pattern(phone.part)}`
  // All numbers share their first digits: a whole one is found at once by what it equals.
  return phone.whole ? [sql`c.phone = ${phone.whole}`, part] : [part]
}

/** Of a common name an owner has few: others' clients must not use up the places. */
async function ownOf(req: PayloadRequest) {
  if (req.user?.role !== 'proprietaire') return sql`true`
  const ids = (await propertiesOf(req, req.user)).map(({ id }) => sql`${id}`)
  return ids.length > 0 ? sql`r.property_id in (${sql.join(ids, sql`, `)})` : sql`false`
}
