import type {
  CollectionBeforeOperationHook,
  FlattenedField,
  PayloadRequest,
  Sort,
  Where,
} from 'payload'
import type { Words } from '@/domain/status'
import { localeOf, Refusal } from '@/refusal'

const ALWAYS = ['id', 'createdAt', 'updatedAt', '_status']
const MOST = 100
const LAST_PAGE = 1_000_000

type Condition = { path: string; operator: string; value: unknown }

/** Every condition of a question; one without an operator has its path alone. */
function conditionsOf(where: Where | undefined): Condition[] {
  if (!where || typeof where !== 'object') return []
  return Object.entries(where).flatMap(([path, condition]): Condition[] => {
    if (/^(and|or)$/i.test(path) && Array.isArray(condition)) return condition.flatMap(conditionsOf)
    const operators = Object.entries(condition ?? {})
    if (operators.length === 0) return [{ path, operator: '', value: '' }]
    return operators.map(([operator, value]) => ({ path, operator, value }))
  })
}

const isThing = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.some(isThing)
    : typeof value === 'object' && value !== null && !(value instanceof Date)

/** What Payload would stumble over: a thing as a value, a list that is none, a part of a date. */
function cannotBeAsked({ operator, value }: Condition, isDate: boolean): boolean {
  const list = /^(not_)?in$/.test(operator)
  // In an address nothing is written as a word.
  const nothing = value === null || value === undefined || value === 'null'
  if (isThing(value) || (list && nothing)) return true
  return isDate && (/^((not_)?like|contains)$/.test(operator) || (Array.isArray(value) && !list))
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

/** Fields of more than one value, of other rows, or of any shape: asked about by no plain comparison. */
const MANIFOLD: readonly string[] = ['array', 'blocks', 'group', 'join', 'json', 'point', 'tab']

/** A field of the row itself that whoever reads the row reads: what the panel's list shows. */
const isPlain = (field: FlattenedField): boolean =>
  !MANIFOLD.includes(field.type) &&
  !('virtual' in field && field.virtual) &&
  !('hidden' in field && field.hidden) &&
  !field.admin?.hidden &&
  !field.access?.read

/**
 * Filters and sorts by what the rows show and by the named fields only, and at most a hundred rows a
 * page, for everyone but admins: ordering or filtering by a field one may not read tells what is in
 * it. What a list offers has to be askable: a list that is refused is a blank page.
 * @param fields besides the plain ones
 */
export function limitQuery(fields: readonly string[]): CollectionBeforeOperationHook {
  const named = new Set([...ALWAYS, ...fields])
  return ({ args, collection, operation, overrideAccess, req }) => {
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
    if (Array.isArray(query.limit))
      throw refused(req, 'limit', {
        fr: 'Le nombre de lignes se dit une fois.',
        en: 'How many rows is said once.',
      })
    const conditions = conditionsOf(query.where)
    const dates = new Set(
      collection.flattenedFields.flatMap((one) => (one.type === 'date' ? [one.name] : [])),
    )
    if (conditions.some((one) => cannotBeAsked(one, dates.has(one.path))))
      throw refused(req, 'where', {
        fr: 'On ne peut pas filtrer ainsi par ce champ.',
        en: 'This field cannot be filtered in this way.',
      })
    if (req.user?.role === 'admin') return args
    const paths = conditions.map(({ path }) => path)
    const asked = [...paths, ...sortsOf(query.sort), ...sortsOf(query.field)]
    const plain = new Set(collection.flattenedFields.filter(isPlain).map(({ name }) => name))
    const isAllowed = (path: string) => path === '' || named.has(path) || plain.has(path)
    const other = asked.find((path) => !isAllowed(path))?.slice(0, 60)
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
