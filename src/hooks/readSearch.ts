import type { CollectionBeforeOperationHook, PayloadRequest, Sort, Where } from 'payload'
import { propertiesOf } from '@/access'
import { rowsOf, sql } from '@/database'
import { phonePart, referencePart } from '@/domain/search'
import { env } from '@/env'

type SQL = ReturnType<typeof sql>

const NEVER: Where = { id: { equals: 0 } }
/** Of a common name those that the list would show first. A file holds them all: see `searchUpTo`. */
const MOST = 200

/** How many are found at most, and how many of them are enough. */
type Reach = { most: number; wanted: number }

/** Lets the searches of this request find more than a list shows. */
export function searchUpTo(req: PayloadRequest, most: number): void {
  req.context.searchUpTo = most
}

/** What the reading operations have in common; each has only some of it. */
type Query = {
  where?: Where
  sort?: Sort
  limit?: number | string
  page?: number | string
}

/**
 * Finds reservations by reference, name and phone in any writing. Names and numbers stand in the
 * clients' table, which owners may not read: it is asked for here, and the reservation's own access
 * still decides what is found.
 */
export const readSearch: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  if (operation !== 'read' && operation !== 'count') return args
  const query = args as Query // as: the reading operations are a union; see Query.
  if (!query.where) return args
  const { sort } = query
  const inOrder = !sort || String(sort) === String(collection.defaultSort)
  const most = Number(req.context.searchUpTo ?? MOST)
  const wanted = inOrder && isAlone(query.where) ? Math.min(throughPage(query), most) : most
  return { ...args, where: await rewritten(req, query.where, { most, wanted }) }
}

/** How many fill the page and tell whether there is a next one. */
function throughPage({ limit, page = 1 }: Query): number {
  return Number(limit) >= 1 ? Number(page) * Number(limit) + 1 : Infinity
}

/** Whether nothing else filters: what is first of one of several searches is first of what all find. */
const isAlone = (where: Where): boolean =>
  Object.entries(where).every(([path, condition], _, { length }) => {
    if (length > 1) return false
    return Array.isArray(condition)
      ? (path === 'or' || condition.length === 1) && condition.every(isAlone)
      : SEARCHED.has(path) && textOf(condition) !== null
  })

async function rewritten(req: PayloadRequest, where: Where, reach: Reach): Promise<Where> {
  const result: Where = {}
  const also: Where[] = []
  for (const [path, condition] of Object.entries(where)) {
    if (Array.isArray(condition)) {
      const parts: Where[] = []
      const asked = path === 'or' ? withoutNamesakes(condition) : condition
      for (const part of asked) parts.push(await rewritten(req, part, reach))
      result[path] = parts
      continue
    }
    const text = textOf(condition)
    if (text === null || !SEARCHED.has(path)) result[path] = condition
    else
      also.push(path === 'reference' ? byReference(text) : await byClient(req, path, text, reach))
  }
  return also.length > 0
    ? { and: [...(Object.keys(result).length > 0 ? [result] : []), ...also] }
    : result
}

/** The panel's search asks for one text in every field: without an @ it is a name's, and no address's. */
function withoutNamesakes(parts: Where[]): Where[] {
  const names = new Set(parts.map(({ clientName }) => textOf(clientName)))
  return parts.filter(({ clientEmail }) => {
    const text = textOf(clientEmail)
    return text === null || text.includes('@') || !names.has(text)
  })
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
async function byClient(
  req: PayloadRequest,
  path: string,
  text: string,
  reach: Reach,
): Promise<Where> {
  const mine = await ownOf(req)
  for (const search of searchesOf(path, text)) {
    const ids = await firstOf(req, search, mine, reach)
    if (ids.length > 0) return { id: { in: ids } }
  }
  return NEVER
}

/** How many rows of the list are looked at before they are sought from their clients. */
const WALKS = [2_000, 10_000]

/**
 * Of a common name the list itself has enough in its first rows, and an owner's list is often no
 * longer; a rare one is found from its clients. PostgreSQL cannot tell one from the other, and the
 * wrong way takes a second: so a short walk says it.
 * @returns at least `wanted` of them, or all there are
 */
async function firstOf(
  req: PayloadRequest,
  { told, found }: Search,
  mine: SQL,
  { most, wanted }: Reach,
): Promise<number[]> {
  for (const rows of told ? WALKS : []) {
    // The clients in one go: one by one each takes its own way through their index.
    const [walk] = await rowsOf<{ seen: number; ids: number[] }>(
      req,
      sql`with seen as materialized (
          select r.id, r.client_id, r.awaiting_until, r.starts_at from reservations r where ${mine}
          order by r.awaiting_until, r.starts_at desc limit ${rows})
        select (select count(*)::int from seen) as seen, array(
          select r.id from seen r join clients c on c.id = r.client_id
          where c.id = any(array(select client_id from seen)) and ${told}
          order by r.awaiting_until, r.starts_at desc limit ${most}) as ids`,
    )
    const ids = walk?.ids ?? []
    const isWhole = !walk || walk.seen < rows
    if (isWhole || ids.length >= wanted) return ids
    // Too few to find enough in five times as many rows.
    if (ids.length * 5 < wanted) break
  }
  const rest = await rowsOf<{ id: number }>(
    req,
    sql`with found as materialized (select c.id from clients c where ${found})
      select r.id from found join reservations r on r.client_id = found.id where ${mine}
      order by r.awaiting_until, r.starts_at desc limit ${most}`,
  )
  return rest.map(({ id }) => id)
}

/** A condition on clients `c`: `told` of one that is read, `found` by an index. */
type Search = { told: SQL | null; found: SQL }

/** What to look for, one after the other until something is found. */
function searchesOf(path: string, text: string): Search[] {
  if (text === '') return []
  const part = (told: SQL): Search => ({ told, found: told })
  if (path === 'clientName')
    return [part(sql`scim_plain(c.name) like scim_plain(${pattern(text)})`)]
  if (path === 'clientEmail') return [part(sql`lower(c.email) like lower(${pattern(text)})`)]
  const phone = phonePart(text, env.country)
  if (!phone) return []
  const digits = part(sql`c.phone like ${pattern(phone.part)}`)
  // All numbers share their first digits: a whole one is found at once by what it equals.
  return phone.whole ? [{ told: null, found: sql`c.phone = ${phone.whole}` }, digits] : [digits]
}

/** Of a common name an owner has few: others' clients must not use up the places. */
async function ownOf(req: PayloadRequest) {
  if (req.user?.role !== 'proprietaire') return sql`true`
  const ids = (await propertiesOf(req, req.user)).map(({ id }) => sql`${id}`)
  return ids.length > 0 ? sql`r.property_id in (${sql.join(ids, sql`, `)})` : sql`false`
}
