import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { getTableColumns, type Column } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { hold } from './pipelinedClient'
import { preparedFor } from './prepared'

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
 * the answer is what was written, with the id that PostgreSQL gave it. Of a row that was prepared the
 * id is known: it leaves together with what is written after it.
 */
export function trustWritten(adapter: PostgresAdapter): void {
  const { create } = adapter
  adapter.create = async function createPlain(this: PostgresAdapter, args) {
    if (!PLAIN.includes(args.collection)) return create.call(this, args)
    const inserted: (Written & { empty: string[] })[] = []
    // as: whoever writes in a transaction hands the whole request on.
    const known = args.req && preparedFor(args.req as PayloadRequest)
    const insert = async ({ db, tableName, values }: Parameters<Insert>[0]) => {
      const write = known ? holdPlain(known.id, known.now) : insertPlain
      // as: Payload passes one row for one document.
      const row = await write(db, columnsOf(this, tableName), tableName, values as Values)
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

type Write = (
  db: Parameters<Insert>[0]['db'],
  columns: Columns,
  tableName: string,
  values: Values,
) => Promise<Written & { empty: string[] }>

const holdPlain =
  (id: number, now: Date): Write =>
  async (db, columns, tableName, values) => {
    const updatedAt = now.toISOString()
    const { name, text, params } = insertOf(columns, tableName, { ...values, id, updatedAt })
    await hold(db, { name, text, values: params })
    return { id, updatedAt, empty: emptyOf(columns, values) }
  }

const insertPlain: Write = async (db, columns, tableName, values) => {
  const { name, text: sql, params } = insertOf(columns, tableName, values)
  const statement = db._.session.prepareQuery({ sql, params }, undefined, name, false)
  const { rows } = (await statement.execute()) as { rows: Written[] } // as: what it returns.
  const [row] = rows
  if (!row) throw new Error(`${tableName} took no row`)
  return { ...row, empty: emptyOf(columns, values) }
}

function insertOf(columns: Columns, tableName: string, values: Values) {
  const written = columns.filter(([key]) => values[key] !== undefined)
  const params = written.map(([key, column]) => {
    const value = values[key]
    return value === null ? null : column.mapToDriverValue(value)
  })
  const { name, sql: text } = statementFor(tableName, written)
  return { name, text, params }
}

/** The columns that were left out, or left empty. */
function emptyOf(columns: Columns, values: Values): string[] {
  const left = columns.filter(([key, { hasDefault }]) => !hasDefault && values[key] === undefined)
  return [...left.map(([key]) => key), ...Object.keys(values).filter((key) => values[key] === null)]
}
