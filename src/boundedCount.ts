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
    return most.run(Number(page) * Number(limit) + AHEAD, () => find.call(this, args))
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
