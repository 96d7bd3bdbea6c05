import { poolOf } from '@/database'
import { house } from './house'

type Connection = { query: (...args: unknown[]) => unknown }

const textOf = (query: unknown): string =>
  typeof query === 'object' && query !== null && 'text' in query
    ? String(query.text)
    : String(query)

/** Every statement that any connection of the program's pool sends while `work` runs. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = []
  const undo = new Map<Connection, Connection['query']>()
  const pool = poolOf(await house())
  const listen = (acquired: unknown) => {
    const connection = acquired as Connection // as: whatever its overloads, the query comes first.
    if (undo.has(connection)) return
    const query = connection.query
    undo.set(connection, query)
    connection.query = (...args) => {
      sent.push(textOf(args[0]))
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
