import { statSync, openSync, readSync, closeSync, realpathSync } from 'node:fs'
import { Client } from 'pg'
import { CannotRun } from '@/scripts/command'
import { discardEmbedded, startEmbedded } from '@/scripts/embeddedPostgres'
import { withClient } from '@/scripts/openDatabase'
import { inData } from '@/scripts/paths'
import { run, scriptArguments, type Environment } from '@/scripts/process'

const TEMPLATE = 'bench_template'
const FOLDER = inData('bench-postgres')

export type Bench = Awaited<ReturnType<typeof openBench>>

/** A PostgreSQL of the bench's own with a migrated template; gone when the run ends. */
export async function openBench(env: Environment) {
  await discardEmbedded(FOLDER)
  const embedded = await startEmbedded({ dataDir: FOLDER })
  const urlOf = (name: string) => embedded.url.replace(/\/[^/]*$/, `/${name}`)
  const on = <Result>(name: string, work: (sql: Client) => Promise<Result>) =>
    withClient(urlOf(name), work)
  await on('scim', (sql) => sql.query(`create database ${TEMPLATE}`))
  const settings = { ...env, DATABASE_URL: urlOf(TEMPLATE) }
  const migrated = run(process.execPath, scriptArguments('migrate'), {
    env: settings,
    logFile: inData('bench-migrate.log'),
  })
  if ((await migrated) !== 0) throw new CannotRun('The bench could not migrate its database.')
  return {
    urlOf,
    on,
    create: (name: string, empty = false) =>
      on('scim', (sql) =>
        sql.query(`create database ${name} ${empty ? '' : `template ${TEMPLATE}`}`),
      ),
    drop: (name: string) => on('scim', (sql) => sql.query(`drop database ${name} with (force)`)),
    /** The statements that all of PostgreSQL gets while `work` runs, its own left out. */
    statements: (work: () => Promise<unknown>) => on('scim', (sql) => logged(sql, work)),
    close: async () => {
      await embedded.stop()
      await discardEmbedded(FOLDER)
    },
  }
}

async function logged(sql: Client, work: () => Promise<unknown>): Promise<number> {
  const log = `${realpathSync(FOLDER)}/server.log`
  await sql.query(`alter system set log_statement = 'all'`)
  await reload(sql, 'all')
  const from = statSync(log).size
  try {
    await work()
  } finally {
    await sql.query(`alter system reset log_statement`)
    await reload(sql, 'none')
  }
  const text = Buffer.alloc(statSync(log).size - from)
  const file = openSync(log, 'r')
  readSync(file, text, 0, text.length, from)
  closeSync(file)
  const lines = text.toString().match(/ LOG: {2}(statement|execute [^:]*): .*/g) ?? []
  return lines.filter((line) => !/log_statement|pg_reload_conf/.test(line)).length
}

/** Every session has taken the new setting over when this one has. */
async function reload(sql: Client, wanted: string): Promise<void> {
  await sql.query('select pg_reload_conf()')
  for (let seen = ''; seen !== wanted;) {
    const { rows } = await sql.query<{ log_statement: string }>('show log_statement')
    seen = rows[0]?.log_statement ?? ''
  }
}
