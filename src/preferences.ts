import { sql, type PostgresAdapter } from '@payloadcms/db-postgres'
import type { Where } from 'payload'

type Find = PostgresAdapter['find']
type Row = { id: number; key: string; value: unknown; updatedAt: string; createdAt: string }

/**
 * How somebody likes the panel, in one statement: each of its pages asks three times, and Payload
 * would look for the row by one statement and fetch it by another.
 */
export function readPreferences(adapter: PostgresAdapter): void {
  const { find } = adapter
  adapter.find = async function findPreference(this: PostgresAdapter, args: Parameters<Find>[0]) {
    const asked = args.collection === 'payload-preferences' ? askedOf(args.where) : null
    if (!asked || args.limit !== 1 || args.pagination !== false) return find.call(this, args)
    const session = this.sessions[String(await args.req?.transactionID)]
    // as: a session's handle is typed as any of Payload's databases; ours is PostgreSQL.
    const db = (session?.db ?? this.drizzle) as PostgresAdapter['drizzle']
    const { rows } = await db.execute<Row>(sql`
      select p.id, p.key, p.value, p.updated_at as "updatedAt", p.created_at as "createdAt"
      from payload_preferences p join payload_preferences_rels r on r.parent_id = p.id
      where r.path = 'user' and r.users_id = ${asked.user} and p.key = ${asked.key}
      order by p.created_at desc limit 1`)
    const docs = rows.map((row) => ({
      ...row,
      user: { relationTo: 'users', value: asked.user },
      updatedAt: new Date(row.updatedAt).toISOString(),
      createdAt: new Date(row.createdAt).toISOString(),
    }))
    return { ...ONE_PAGE, docs, totalDocs: docs.length }
  } as Find // as: the documents' type is the caller's claim.
}

const ONE_PAGE = {
  limit: 1,
  page: 1,
  totalPages: 1,
  pagingCounter: 1,
  hasNextPage: false,
  hasPrevPage: false,
  nextPage: null,
  prevPage: null,
}

/** The key and the person that the panel asks for; null when the question is another one. */
function askedOf(where: Where | undefined): { key: string; user: number } | null {
  const parts = equalitiesOf(where ?? {})
  const { key, 'user.value': user, 'user.relationTo': kind } = Object.fromEntries(parts)
  if (parts.length !== 3 || kind !== 'users') return null
  return typeof key === 'string' && typeof user === 'number' ? { key, user } : null
}

/** What each path has to equal; undefined where it is asked in another way. */
function equalitiesOf(where: Where): [string, unknown][] {
  return Object.entries(where).flatMap(([path, condition]): [string, unknown][] => {
    if (path === 'and' && Array.isArray(condition)) return condition.flatMap(equalitiesOf)
    const [[operator, value] = [], ...others] = Object.entries(condition ?? {})
    return [[path, operator === 'equals' && others.length === 0 ? value : undefined]]
  })
}
