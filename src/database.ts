import { postgresAdapter, sql, type PostgresAdapter } from '@payloadcms/db-postgres'
import { randomUUID } from 'node:crypto'
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { PgDialect } from 'drizzle-orm/pg-core'
import { boundCounts } from './boundedCount'
import { refuseOperators } from './missingOperators'
import { orderByParty } from './partyOrder'
import { hold, PipelinedClient, send, type Statement } from './pipelinedClient'
import { readPreferences } from './preferences'
import { shared } from './shared'

export { sql }

type Adapter = PostgresAdapter
type Handle = Adapter['drizzle']
type Pool = Adapter['pool']
type Session = Adapter['sessions'][string]

/** PostgreSQL answered ROLLBACK to a COMMIT, as it does when an earlier statement had failed. */
export class NotCommitted extends Error {
  /** A SQLSTATE like PostgreSQL's own, in the class "transaction rollback" (appendix A). */
  readonly code = '40000'
  constructor() {
    super('The transaction was rolled back instead of committed.')
  }
}

/**
 * Payload's PostgreSQL adapter, made honest: a COMMIT that failed throws instead of being reported
 * as success (payloadcms/payload#17726), and a dying connection never ends the process.
 */
export function safePostgres(args: Parameters<typeof postgresAdapter>[0]) {
  const base = postgresAdapter(args)
  const init: typeof base.init = (initArgs) => {
    const adapter = base.init(initArgs)
    adapter.beginTransaction = beginTransaction
    adapter.commitTransaction = commit
    refuseOperators(adapter)
    orderByParty(adapter)
    boundCounts(adapter)
    readPreferences(adapter)
    const connect = adapter.connect
    adapter.connect = async function connectSafely(this: Adapter, options) {
      this.pool ??= openPool(this)
      return connect?.call(this, options)
    }
    return adapter
  }
  return { ...base, init }
}

function openPool(adapter: Adapter): Pool {
  const pool = new adapter.pg.Pool({
    ...adapter.poolOptions,
    // as: a pool makes whole clients, which its types call by their base class.
    Client: PipelinedClient as unknown as NonNullable<Adapter['poolOptions']['Client']>,
  })
  const log = (error: Error) =>
    adapter.payload.logger.error({ msg: `database connection lost: ${error.message}` })
  pool.on('error', log)
  // A checked-out client has no listener of its own: a restart of the server would end Node.
  pool.on('connect', (client) => client.on('error', log))
  return pool
}

/** A promise settled from outside: Payload begins and ends a transaction in two separate calls. */
function deferred<Value>() {
  let resolve: (value: Value) => void = () => undefined
  let reject: (error: unknown) => void = () => undefined
  const promise = new Promise<Value>((onResolve, onReject) => {
    resolve = onResolve
    reject = onReject
  })
  return { promise, resolve, reject }
}

async function beginTransaction(this: Adapter, options?: unknown): Promise<string> {
  await this.initializing
  let lastCommand = ''
  const finish = deferred<void>()
  const opened = deferred<Handle>()
  const done = this.drizzle.transaction(
    async (tx) => {
      const execute = tx.execute.bind(tx)
      // as: only the answer's command is read on the way; callers see the same awaited answer.
      tx.execute = (async (query: Parameters<typeof execute>[0]) => {
        const answer = await execute(query)
        lastCommand = answer.command
        return answer
      }) as unknown as typeof tx.execute
      // as: Payload types its sessions by the pool's handle; a transaction offers the same calls.
      opened.resolve(tx as unknown as Handle)
      await finish.promise
    },
    // as: Payload hands transaction options through untyped.
    (options ?? this.transactionOptions) as Parameters<Handle['transaction']>[1],
  )
  // Before the transaction opened this is the failure to begin; afterwards nobody listens any more.
  done.catch(opened.reject)
  const db = await opened.promise
  const id = randomUUID()
  this.sessions[id] = {
    db: db as Session['db'], // as: see above.
    resolve: async () => {
      finish.resolve()
      await done
      if (lastCommand !== 'COMMIT') throw new NotCommitted()
    },
    reject: async () => {
      finish.reject(new Error('rolled back'))
      await done.catch(() => undefined) // The rollback is what was asked for.
    },
  }
  return id
}

async function commit(this: Adapter, incoming: number | Promise<number | string> | string) {
  const id = await incoming
  const session = this.sessions[id]
  if (!session) return
  delete this.sessions[id]
  await session.resolve()
  for (const work of waiting.get(session) ?? []) work()
}

/** What each open transaction has to do once it is committed. */
const waiting = shared('waiting', () => new WeakMap<Session, (() => void)[]>())

/**
 * Does `work` once the request's transaction is committed, and never when it is rolled back: what is
 * told outside has happened. At once when the request runs in none.
 */
export async function afterCommit(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  work: () => void,
): Promise<void> {
  const session = await sessionOf(req)
  if (session) waiting.set(session, [...(waiting.get(session) ?? []), work])
  else work()
}

/** The SQL handle of the transaction this request runs in, or of the pool when it runs in none. */
export async function transactionOf(req: Pick<PayloadRequest, 'payload' | 'transactionID'>) {
  const session = await sessionOf(req)
  // as: a session's handle is typed as any of Payload's databases; ours is PostgreSQL.
  return (session?.db ?? adapterOf(req).drizzle) as Handle
}

// as: the project runs on this one adapter; Payload types it by its interface.
const adapterOf = ({ payload }: Pick<PayloadRequest, 'payload'>) => payload.db as unknown as Adapter

async function sessionOf(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
): Promise<Session | undefined> {
  const id = await req.transactionID
  return id === undefined || id === null ? undefined : adapterOf(req).sessions[id]
}

type Query = Parameters<Handle['execute']>[0]

/** Runs SQL in the request's transaction. The row type is the caller's claim about its own SQL. */
export async function rowsOf<Row extends object>(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  query: Query,
): Promise<Row[]> {
  const db = await transactionOf(req)
  const { rows } = await db.execute(query)
  return rows as Row[] // as: see above.
}

const dialect = new PgDialect()

/**
 * The same for a statement that every booking sends: each connection parses and plans it once, which
 * costs more than running it. The words must not vary, else `pg` throws.
 * @param name of these very words, in the whole program
 */
export async function preparedRowsOf<Row extends object>(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  name: string,
  query: ReturnType<typeof sql>,
): Promise<Row[]> {
  const { _ } = await transactionOf(req)
  const statement = _.session.prepareQuery(dialect.sqlToQuery(query), undefined, name, false)
  const { rows } = (await statement.execute()) as { rows: Row[] } // as: see rowsOf.
  return rows
}

/**
 * The same for a write whose answer nobody reads: in a transaction it leaves together with the next
 * statement, at the latest with the COMMIT, and what PostgreSQL refuses in it is thrown there.
 */
export async function writeWithNext(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  name: string,
  query: ReturnType<typeof sql>,
): Promise<void> {
  const session = await sessionOf(req)
  if (!session) return void (await preparedRowsOf(req, name, query))
  const { sql: text, params: values } = dialect.sqlToQuery(query)
  await hold(session.db, { name, text, values })
}

/**
 * Sends a statement that is committed by itself, whatever becomes of the request; the request's
 * transaction begins anew behind it, in the same journey.
 * @throws where the request runs in no transaction
 * @returns once it is sent: its answer comes later
 */
export async function sendAndCommit<Row extends object>(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  statement: Statement,
): Promise<{ answer: Promise<{ rows: Row[] }> }> {
  const session = await sessionOf(req)
  if (!session) throw new Error('nothing is committed by itself outside a transaction')
  const answer = send<Row>(session.db, statement)
  void hold(session.db, { text: 'commit and chain' })
  return { answer }
}

/** The pool that Payload uses, for work outside any request. */
export function poolOf(payload: Payload): Pool {
  return adapterOf({ payload }).pool
}

/** Runs `work` in one transaction: all of it is committed when this returns, none when it throws. */
export async function inTransaction<Result>(
  payload: Payload,
  options: Parameters<typeof createLocalReq>[0],
  work: (req: PayloadRequest) => Promise<Result>,
): Promise<Result> {
  const req = await createLocalReq(options, payload)
  await initTransaction(req)
  try {
    const result = await work(req)
    await commitTransaction(req)
    return result
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

/** Whether a row can have this id: PostgreSQL refuses a statement that names any other. */
export const isRowId = (id: unknown) => /^[1-9]\d{0,9}$/.test(String(id)) && Number(id) < 2 ** 31

/** The database's clock, which every process shares. */
export async function databaseNow(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
): Promise<Date> {
  const [row] = await rowsOf<{ now: string | Date }>(req, sql`select now() as now`)
  if (!row) throw new Error('select now() answered no row')
  return new Date(row.now)
}

/** What a log may say of a failure: its code, or that of its cause. Its words may name people. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if ('code' in error) return String(error.code)
  return error.cause instanceof Error ? errorCode(error.cause) : error.constructor.name
}
