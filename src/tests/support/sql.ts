import { Pool, type QueryResultRow } from 'pg'
import { afterAll } from 'vitest'
import { env } from '@/env'

/** The test's own connections: what it reads went through nothing of the program. */
export const TEST_CONNECTION = 'scim-test'
const pool = new Pool({
  connectionString: env.databaseUrl,
  application_name: TEST_CONNECTION,
  max: 4,
})
// `end` does not wait until its connections are closed: dropping the database may cut one of them.
// The pool tells an idle connection's end as its own error, a connection at work as the client's.
pool.on('error', () => undefined)
pool.on('connect', (client) => client.on('error', () => undefined))
afterAll(() => pool.end())

export async function rows<Row extends QueryResultRow>(
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return (await pool.query<Row>(text, values)).rows
}

export async function one<Row extends QueryResultRow>(
  text: string,
  values: unknown[] = [],
): Promise<Row> {
  const [row, ...others] = await rows<Row>(text, values)
  if (!row || others.length > 0) throw new Error(`not exactly one row: ${text}`)
  return row
}

export async function count(table: string, where = 'true', values: unknown[] = []) {
  const { n } = await one<{ n: number }>(
    `select count(*)::int as n from ${table} where ${where}`,
    values,
  )
  return n
}

/** A sum over all that every table holds, but for those named: equal when nothing was written. */
export const checksums = (...without: string[]) => checksumsOf(pool, without)

/** The same over another database. */
export async function checksumsOf(
  database: Pick<Pool, 'query'>,
  without: string[] = [],
): Promise<Record<string, string>> {
  const { rows: tables } = await database.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const sums: Record<string, string> = {}
  for (const { name } of tables.filter((table) => !without.includes(table.name))) {
    const { rows: found } = await database.query<{ sum: string }>(
      `select count(*) || ' ' || md5(coalesce(string_agg(t::text, ' ' order by t::text), '')) as sum
       from ${name} t`,
    )
    sums[name] = found[0]?.sum ?? ''
  }
  return sums
}

/** PostgreSQL's code for why it refuses a statement, or what it did instead. */
export async function refusalCode(text: string, values: unknown[] = []): Promise<string> {
  try {
    const { rowCount } = await pool.query(text, values)
    return `accepted, ${rowCount} rows`
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
}
