import { poolOf } from '@/database'
import { house } from './house'

/** `prepared`: PostgreSQL may plan it once, without looking at the values. */
export type Statement = { text: string; values: unknown[]; prepared: boolean }
type Connection = { query: (...args: unknown[]) => unknown }

function statementOf([query, second]: unknown[]): Statement {
  const whole = typeof query === 'object' && query !== null ? query : { text: query }
  const values = Array.isArray(second) ? second : 'values' in whole ? whole.values : []
  return {
    text: String('text' in whole ? whole.text : ''),
    values: Array.isArray(values) ? values : [],
    prepared: 'name' in whole && typeof whole.name === 'string',
  }
}

/** Every statement that any connection of the program's pool sends while `work` runs. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = []
  const undo = new Map<Connection, Connection['query']>()
  const pool = poolOf(await house())
  const listen = (acquired: unknown) => {
    const connection = acquired as Connection // as: whatever its overloads, the query comes first.
    if (undo.has(connection)) return
    const query = connection.query
    undo.set(connection, query)
    connection.query = (...args) => {
      sent.push(statementOf(args))
      return query.apply(connection, args)
    }
  }
  pool.on('acquire', listen)
  try {
    await work()
  } finally {
    pool.off('acquire', listen)
    for (const [connection, query] of undo) connection.query = query
  }
  return sent
}
