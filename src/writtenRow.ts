import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { getTableColumns, type Column } from 'drizzle-orm'

/**
 * Tables of plain columns that are written often: no lists, blocks or translations beside the row,
 * so that what was written is known without reading it.
 */
const PLAIN: readonly string[] = ['reservations']

type Insert = PostgresAdapter['insert']
type Values = Record<string, unknown>
type Written = { id: unknown; updatedAt: string }

/**
 * Payload reads every new row back, by a statement that costs as much as the insert, and has the
 * insert built and planned anew each time. For plain tables it is prepared once a connection, and
 * the answer is what was written, with the id that PostgreSQL gave it.
 */
export function trustWritten(adapter: PostgresAdapter): void {
  const { create } = adapter
  adapter.create = async function createPlain(this: PostgresAdapter, args) {
    if (!PLAIN.includes(args.collection)) return create.call(this, args)
    const inserted: (Written & { empty: string[] })[] = []
    const insert = async ({ db, tableName, values }: Parameters<Insert>[0]) => {
      // as: Payload passes one row for one document.
      const row = await insertPlain(db, columnsOf(this, tableName), tableName, values as Values)
      inserted.push(row)
      return [row]
    }
    // `returning: false` is Payload's own word for it, but leaves the id behind as well.
    const noting = new Proxy(this, {
      get: (target, name) => (name === 'insert' ? insert : Reflect.get(target, name, target)),
    })
    await create.call(noting, { ...args, returning: false })
    const [row, ...others] = inserted
    if (!row || others.length > 0) throw new Error(`${args.collection} wrote more than its row`)
    return {
      ...args.data,
      ...Object.fromEntries(row.empty.map((column) => [column, null])),
      id: row.id,
      updatedAt: new Date(row.updatedAt).toISOString(),
    }
  } as typeof create // as: the document's type is the caller's claim.
}

type Columns = [key: string, column: Column][]

function columnsOf(adapter: PostgresAdapter, tableName: string): Columns {
  const table = adapter.tables[tableName]
  if (!table) throw new Error(`there is no table ${tableName}`)
  return Object.entries(getTableColumns(table))
}

/** The statement of each set of columns, by these columns. */
const statements = new Map<string, { name: string; sql: string }>()

function statementFor(tableName: string, written: Columns) {
  const names = written.map(([, { name }]) => `"${name}"`).join(', ')
  const key = `${tableName}: ${names}`
  const places = written.map((_, index) => `$${index + 1}`).join(', ')
  const statement = statements.get(key) ?? {
    name: `insert_${tableName}_${statements.size}`,
    sql: `insert into "${tableName}" (${names}) values (${places}) returning id, updated_at as "updatedAt"`,
  }
  statements.set(key, statement)
  return statement
}

async function insertPlain(
  db: Parameters<Insert>[0]['db'],
  columns: Columns,
  tableName: string,
  values: Values,
): Promise<Written & { empty: string[] }> {
  const written = columns.filter(([key]) => values[key] !== undefined)
  const params = written.map(([key, column]) => {
    const value = values[key]
    return value === null ? null : column.mapToDriverValue(value)
  })
  const { name, sql } = statementFor(tableName, written)
  const statement = db._.session.prepareQuery({ sql, params }, undefined, name, false)
  const { rows } = (await statement.execute()) as { rows: Written[] } // as: what it returns.
  const [row] = rows
  if (!row) throw new Error(`${tableName} took no row`)
  const left = columns.filter(([key, { hasDefault }]) => !hasDefault && values[key] === undefined)
  const empty = [
    ...left.map(([key]) => key),
    ...Object.keys(values).filter((key) => values[key] === null),
  ]
  return { ...row, empty }
}
