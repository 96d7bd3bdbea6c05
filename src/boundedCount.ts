import { AsyncLocalStorage } from 'node:async_hooks'
import { sql, type PostgresAdapter } from '@payloadcms/db-postgres'

/** How many rows beyond the page a list counts. */
const AHEAD = 1_000

/** How far the page now being read lets its count go. */
const most = new AsyncLocalStorage<number>()

/**
 * Lets no list count a whole table to show a page. Payload counts every row that a filter finds;
 * here the count ends a thousand rows after the page: up to there it is exact, beyond it means
 * "at least", and whether a next page exists is always true. `count` itself stays exact.
 */
export function boundCounts(adapter: PostgresAdapter): void {
  const { find, countDistinct } = adapter
  const findPage = function (this: PostgresAdapter, args: Parameters<typeof find>[0]) {
    const { limit, page = 1, pagination } = args
    if (pagination === false || !limit) return find.call(this, args)
    return most.run(Number(page) * Number(limit) + AHEAD, () =>
      Number(page) > 1 ? findLater.call(this, args) : find.call(this, args),
    )
  }
  /** Payload would gather the joins of every row before the page as well, and throw them away. */
  const findLater = async function (this: PostgresAdapter, args: Parameters<typeof find>[0]) {
    const page = await find.call(this, { ...args, select: { id: true } })
    const ids = page.docs.map((doc) => (doc as { id: number }).id) // as: that is what was selected.
    if (ids.length === 0) return page
    const where = { and: [args.where ?? {}, { id: { in: ids } }] }
    const { docs } = await find.call(this, { ...args, page: 1, pagination: false, where })
    return { ...page, docs }
  }
  adapter.find = findPage as typeof find // as: the documents' type is the caller's claim.
  adapter.countDistinct = async function countToBound(args) {
    const bound = most.getStore()
    if (bound === undefined) return countDistinct.call(this, args)
    const table = this.tables[args.tableName]
    if (!table) throw new Error(`no table ${args.tableName}`)
    const { db, joins, where } = args
    const rows = db.select({ id: table.id }).from(table).where(where).limit(bound).$dynamic()
    for (const { type, condition, table: other } of joins)
      rows[type ?? 'leftJoin'](other as typeof table, condition) // as: all are PostgreSQL's.
    // Through a join to many a row comes several times.
    if (joins.length > 0) rows.groupBy(table.id)
    const counted = await db.execute<{ count: number }>(
      sql`select count(*)::int as count from (${rows}) as bounded`,
    )
    return counted.rows[0]?.count ?? 0
  }
}
