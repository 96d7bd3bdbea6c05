import type { ClientBase } from 'pg'

/** Where the present data waits while a backup is restored beside it. */
const ASIDE = 'scim_before_restore'

async function inOneTransaction(client: ClientBase, statements: string[]): Promise<void> {
  await client.query('begin')
  try {
    for (const statement of statements) await client.query(statement)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** An extension belongs to a schema, and must not go with the one that is dropped. */
async function extensionsIn(client: ClientBase, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select e.extname::text as name from pg_extension e
     join pg_namespace n on n.oid = e.extnamespace where n.nspname = $1`,
    [schema],
  )
  return rows.map(({ name }) => `alter extension "${name}" set schema public`)
}

export async function isSetAside(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query('select 1 from pg_namespace where nspname = $1', [ASIDE])
  return rows.length > 0
}

/** Leaves an empty schema, with the present one kept beside it. */
export async function setAside(client: ClientBase): Promise<void> {
  const extensions = await extensionsIn(client, 'public')
  await inOneTransaction(client, [
    `alter schema public rename to ${ASIDE}`,
    'create schema public',
    ...extensions,
  ])
}

/** Gives up what was restored so far: everything is as it was. */
export async function putBack(client: ClientBase): Promise<void> {
  const extensions = await extensionsIn(client, 'public')
  await inOneTransaction(client, [
    ...extensions.map((text) => text.replace(/ public$/, ` ${ASIDE}`)),
    'drop schema public cascade',
    `alter schema ${ASIDE} rename to public`,
  ])
}

/**
 * The restored data stays; what was there before goes. Connections of programs that ran meanwhile are
 * cut, for they hold statements prepared with the types of the old columns; they open others.
 */
export async function dropOld(client: ClientBase): Promise<void> {
  await client.query(`drop schema ${ASIDE} cascade`)
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`,
  )
}
