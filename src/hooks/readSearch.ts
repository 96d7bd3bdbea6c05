import type { CollectionBeforeOperationHook, PayloadRequest, Sort, Where } from 'payload'
import { reservationsOf, type Reach } from '@/clientSearch'
import { referencePart } from '@/domain/search'

const NEVER: Where = { id: { equals: 0 } }
/** Of a common name those that the list would show first. A file holds them all: see `searchUpTo`. */
const MOST = 200

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

/** The reservations themselves, in the list's order: by clients' ids a list would be walked whole. */
async function byClient(
  req: PayloadRequest,
  path: string,
  text: string,
  reach: Reach,
): Promise<Where> {
  const ids = await reservationsOf(req, path, text, reach)
  return ids.length > 0 ? { id: { in: ids } } : NEVER
}
