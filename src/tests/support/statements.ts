import type { Duplex } from 'node:stream'
import { poolOf } from '@/database'
import { house } from './house'

/** `prepared`: PostgreSQL may plan it once, without looking at the values. */
export type Statement = { text: string; values: unknown[]; prepared: boolean }
type Connection = { query: (...args: unknown[]) => unknown; connection: { stream: Duplex } }

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
  await watching(work, (connection) => {
    const query = connection.query
    connection.query = (...args) => {
      sent.push(statementOf(args))
      return query.apply(connection, args)
    }
    return () => (connection.query = query)
  })
  return sent
}

/** How often any connection of the program's pool writes to PostgreSQL while `work` runs. */
export async function journeysOf(work: () => Promise<unknown>): Promise<number> {
  let journeys = 0
  await watching(work, ({ connection: { stream } }) => {
    const uncork = stream.uncork
    stream.uncork = () => {
      if (stream.writableCorked === 1 && stream.writableLength > 0) journeys += 1
      uncork.call(stream)
    }
    return () => (stream.uncork = uncork)
  })
  return journeys
}

/** @param watch begins to watch a connection; what it returns ends that */
async function watching(
  work: () => Promise<unknown>,
  watch: (connection: Connection) => () => void,
) {
  const undo = new Map<Connection, () => void>()
  const pool = poolOf(await house())
  const listen = (acquired: unknown) => {
    const connection = acquired as Connection // as: whatever its overloads, the query comes first.
    if (!undo.has(connection)) undo.set(connection, watch(connection))
  }
  pool.on('acquire', listen)
  try {
    await work()
  } finally {
    pool.off('acquire', listen)
    for (const stop of undo.values()) stop()
  }
}
