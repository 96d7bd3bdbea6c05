import { Client, type ClientConfig, type QueryResult } from 'pg'

export type Statement = { text: string; name?: string; values?: unknown[] }

/**
 * A statement whose answer nobody waits for: it leaves with the next one, at the latest with the
 * COMMIT, and what PostgreSQL refuses in it is thrown there.
 */
export type Held = Statement & { held: true }

type Query = Client['query']
type Arguments = [query: unknown, values?: unknown, callback?: unknown]

const UNKNOWN: QueryResult = { command: '', rowCount: null, oid: 0, rows: [], fields: [] }

/**
 * A connection that sends together what is ready together, and does not wait for an answer before it
 * sends more. Each journey to PostgreSQL costs both sides more than a small statement does.
 */
export class PipelinedClient extends Client {
  private readonly held: Promise<unknown>[] = []
  private corked = false

  constructor(config?: ClientConfig) {
    super({ ...config, pipeline: true })
  }

  // as: one body for all the ways to call it, each handed on as it came.
  override query = ((...args: Arguments): unknown => {
    const send = super.query.bind(this) as (...args: Arguments) => Promise<unknown>
    const [query] = args
    const isAwaited = typeof args.at(-1) === 'function'
    this.cork()
    if (!isAwaited && (isHeld(query) || isBegin(query))) {
      const sent = send(...args)
      sent.catch(() => undefined) // Whoever sends the next statement hears of it.
      this.held.push(sent)
      return Promise.resolve(UNKNOWN)
    }
    process.nextTick(() => this.uncork())
    const before = this.held.splice(0)
    const answer = send(...args)
    return before.length === 0 ? answer : Promise.all([...before, answer]).then((all) => all.at(-1))
  }) as Query

  // as: with or without a callback, as above. What is still held must not keep the farewell from leaving.
  override end = ((...args: [callback?: (error: Error) => void]): unknown => {
    this.uncork()
    return (super.end.bind(this) as (...args: unknown[]) => unknown)(...args)
  }) as Client['end']

  private cork() {
    if (!this.corked) this.connection.stream.cork()
    this.corked = true
  }

  private uncork() {
    if (this.corked) this.connection.stream.uncork()
    this.corked = false
  }
}

/** Sends a statement with the next one of the transaction in which `db` works. */
export function hold(db: Handle, statement: Statement) {
  const held: Held = { ...statement, held: true }
  return clientOf(db).query(held)
}

/** Sends a statement of the transaction in which `db` works, after all that was sent before. */
export const send = <Row extends object>(db: Handle, statement: Statement) =>
  clientOf(db).query<Row>(statement)

type Handle = object & { _: { session: object } }

// as: drizzle's session keeps the connection that the transaction runs on.
const clientOf = ({ _ }: Handle) => (_.session as unknown as { client: PipelinedClient }).client

const textOf = (query: unknown): string => {
  if (typeof query === 'string') return query
  const isObject = typeof query === 'object' && query !== null
  return isObject && 'text' in query ? String(query.text) : ''
}

const isBegin = (query: unknown) => /^\s*begin\b/i.test(textOf(query))

const isHeld = (query: unknown): query is Held =>
  typeof query === 'object' && query !== null && 'held' in query
