import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { getTableColumns, type Column, type Table } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { transactionOf } from './database'
import { hold } from './pipelinedClient'

type Row = Record<string, unknown>
type Insert = { name: string; text: string; columns: [key: string, column: Column][] }

const inserts = new WeakMap<Table, Insert>()

/**
 * Writes a row whose id was taken from its sequence beforehand: it leaves with the next statement of
 * the transaction the request runs in, and what PostgreSQL refuses in it is thrown there. Payload
 * would build and plan the statement anew each time, and read the row back.
 * @param tableName one of plain columns: no lists, blocks or translations beside the row
 * @throws outside a transaction: there might be no next statement
 * @returns the row as it stands in the table: null for what was left out
 */
export async function insertWithNext(
  req: PayloadRequest,
  tableName: string,
  row: Row & { id: number },
): Promise<Row> {
  if (!(await req.transactionID)) throw new Error(`a row of ${tableName} needs a transaction`)
  // as: the project runs on this one adapter; Payload types it by its interface.
  const table = (req.payload.db as unknown as PostgresAdapter).tables[tableName]
  if (!table) throw new Error(`there is no table ${tableName}`)
  const { name, text, columns } = insertInto(table, tableName)
  const written = columns.map(([key]) => [key, row[key] ?? null] as const)
  const values = columns.map(([key, column]) => {
    const value = row[key] ?? null
    return value === null ? null : column.mapToDriverValue(value)
  })
  await hold(await transactionOf(req), { name, text, values })
  return Object.fromEntries(written)
}

/** Names every column, so that the words never vary: each connection plans them once. */
function insertInto(table: Table, tableName: string): Insert {
  const known = inserts.get(table)
  if (known) return known
  const columns = Object.entries<Column>(getTableColumns(table))
  const names = columns.map(([, { name }]) => `"${name}"`).join(', ')
  const places = columns.map((_, index) => `$${index + 1}`).join(', ')
  const text = `insert into "${tableName}" (${names}) values (${places})`
  const insert = { name: `insert_${tableName}`, text, columns }
  inserts.set(table, insert)
  return insert
}
