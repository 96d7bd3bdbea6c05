import type { CollectionBeforeOperationHook, PayloadRequest, Where } from 'payload'
import { propertiesOf } from '@/access'
import { rowsOf, sql } from '@/database'
import { phonePart, referencePart } from '@/domain/search'
import { env } from '@/env'

type SQL = ReturnType<typeof sql>

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

/** The reservations themselves, in the list's order: by clients' ids a list would be walked whole. */
async function byClient(req: PayloadRequest, path: string, text: string): Promise<Where> {
  const mine = await ownOf(req)
  for (const { condition, walks } of conditionsOf(path, text)) {
    const ids = await firstOf(req, condition, mine, walks)
    if (ids.length > 0) return { id: { in: ids } }
  }
  return NEVER
}

/** How many rows of the list are looked at before they are sought from their clients; twenty times as many then. */
const WALKS: readonly number[] = [2_000, 40_000]

/**
 * Of a common name the list itself has enough in its first rows; a rare one is found from its
 * clients. PostgreSQL cannot tell one from the other, and the wrong way takes a second: so a short
 * walk says it.
 */
async function firstOf(
  req: PayloadRequest,
  condition: SQL,
  mine: SQL,
  walks: readonly number[],
): Promise<number[]> {
  const idsOf = async (query: SQL) => (await rowsOf<{ id: number }>(req, query)).map(({ id }) => id)
  for (const rows of walks) {
    const ids = await idsOf(sql`
      select r.id from (
        select r.id, r.client_id, r.awaiting_until, r.starts_at from reservations r where ${mine}
        order by r.awaiting_until, r.starts_at desc limit ${rows}) r
      where (select ${condition} from clients c where c.id = r.client_id)
      order by r.awaiting_until, r.starts_at desc limit ${MOST}`)
    if (ids.length === MOST) return ids
    // Too few to find enough in twenty times as many rows.
    if (ids.length * 20 < MOST) break
  }
  return idsOf(sql`
    with found as materialized (select c.id from clients c where ${condition})
    select r.id from found join reservations r on r.client_id = found.id where ${mine}
    order by r.awaiting_until, r.starts_at desc limit ${MOST}`)
}

type Search = { condition: SQL; walks: readonly number[] }

/** What to look for, one after the other until something is found. */
function conditionsOf(path: string, text: string): Search[] {
  const part = (condition: SQL): Search => ({ condition, walks: WALKS })
  if (text === '') return []
  if (path === 'clientName')
    return [part(sql`scim_plain(c.name) like scim_plain(${pattern(text)})`)]
  if (path === 'clientEmail') return [part(sql`lower(c.email) like lower(${pattern(text)})`)]
  const phone = phonePart(text, env.country)
  if (!phone) return []
  const digits = part(sql`c.phone like ${pattern(phone.part)}`)
  // All numbers share their first digits: a whole one is found at once by what it equals.
  return phone.whole ? [{ condition: sql`c.phone = ${phone.whole}`, walks: [] }, digits] : [digits]
}

/** Of a common name an owner has few: others' clients must not use up the places. */
async function ownOf(req: PayloadRequest) {
  if (req.user?.role !== 'proprietaire') return sql`true`
  const ids = (await propertiesOf(req, req.user)).map(({ id }) => sql`${id}`)
  return ids.length > 0 ? sql`r.property_id in (${sql.join(ids, sql`, `)})` : sql`false`
}
