import type { CollectionBeforeOperationHook, PayloadRequest, Sort, Where } from 'payload'
import type { Words } from '@/domain/status'
import { localeOf, Refusal } from '@/refusal'

const ALWAYS = ['id', 'createdAt', 'updatedAt', '_status']
const MOST = 100
const LAST_PAGE = 1_000_000

function pathsOf(where: Where | undefined): string[] {
  if (!where || typeof where !== 'object') return []
  return Object.entries(where).flatMap(([path, condition]) =>
    /^(and|or)$/i.test(path) && Array.isArray(condition) ? condition.flatMap(pathsOf) : [path],
  )
}

function sortsOf(sort: Sort | undefined): string[] {
  const paths = Array.isArray(sort) ? sort : (sort?.split(',') ?? [])
  return paths.map((path) => path.trim().replace(/^-/, ''))
}

const refused = (req: PayloadRequest, path: string, words: Words) =>
  new Refusal('question_refusee', words, path, 400, localeOf(req))

/** What the reading operations have in common; each has only some of it. */
type Query = {
  where?: Where
  sort?: Sort
  field?: string
  limit?: number | string
  pagination?: boolean
  page?: number | string
}

/**
 * Filters and sorts by named fields only, and at most a hundred rows a page, for everyone but
 * admins: ordering or filtering by a field one may not read tells what is in it.
 */
export function limitQuery(fields: readonly string[]): CollectionBeforeOperationHook {
  const allowed = new Set([...ALWAYS, ...fields])
  return ({ args, operation, overrideAccess, req }) => {
    const reads = operation === 'read' || operation === 'readDistinct' || operation === 'count'
    if (!reads || overrideAccess) return args
    // as: the reading operations are a union; each has only some of these.
    const query = args as Query
    // Payload hands a page before the first one on to PostgreSQL, which refuses the statement.
    if (query.page !== undefined && !(Number(query.page) >= 1 && Number(query.page) <= LAST_PAGE))
      throw refused(req, 'page', {
        fr: 'Les pages se comptent à partir de 1.',
        en: 'Pages are counted from 1 on.',
      })
    if (req.user?.role === 'admin') return args
    const asked = [...pathsOf(query.where), ...sortsOf(query.sort), ...sortsOf(query.field)]
    const other = asked.find((path) => path !== '' && !allowed.has(path))?.slice(0, 60)
    if (other !== undefined)
      throw refused(req, 'where', {
        fr: `On ne filtre ni ne trie par ce champ : ${other}`,
        en: `Not a field to filter or sort by: ${other}`,
      })
    // Without pages and without a limit Payload would answer with every row.
    if (query.limit === undefined && query.pagination !== false) return args
    const limit = Number(query.limit)
    return { ...args, limit: limit >= 1 && limit <= MOST ? limit : MOST }
  }
}
