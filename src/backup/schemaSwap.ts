import type { ClientBase } from 'pg'

/** Where the present data waits while a backup is restored beside it. */
const ASIDE = 'scim_before_restore'
/** Where half a restore goes, to be dropped whole. */
const GIVEN_UP = 'scim_given_up'

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

/**
 * What stands in a schema and is no extension's, moved one by one. A schema that is renamed would take
 * the extensions along, and to move those back one must be a superuser: the owner of a database, as
 * INSTALL.md makes it, is none. Functions first, for they are named by types that move later.
 */
const MOVES = `
  with ours as (
    select c.oid from (
      select oid, pronamespace as home from pg_proc
      union all select oid, relnamespace from pg_class
      union all select oid, typnamespace from pg_type) c
    where home = to_regnamespace($1)
      and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e'))
  select format('alter %s %I.%s set schema %I', kind, $1::text, name, $2::text) as statement from (
    select 1 as turn, 'routine' as kind,
      format('%I(%s)', proname, pg_get_function_identity_arguments(oid)) as name
    from pg_proc where oid in (select oid from ours)
    union all
    select 2, case relkind when 'v' then 'view' when 'm' then 'materialized view'
      when 'S' then 'sequence' else 'table' end, format('%I', relname)
    from pg_class c where oid in (select oid from ours) and relkind in ('r', 'p', 'v', 'm', 'S')
      and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i')
        and d.refclassid = 'pg_class'::regclass)
    union all
    select 3, 'type', format('%I', typname) from pg_type t where oid in (select oid from ours)
      and (typtype in ('e', 'd') or exists (
        select 1 from pg_class where oid = t.typrelid and relkind = 'c'))
  ) moved order by turn`

async function moves(client: ClientBase, from: string, to: string): Promise<string[]> {
  const { rows } = await client.query<{ statement: string }>(MOVES, [from, to])
  return rows.map(({ statement }) => statement)
}

export async function isSetAside(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query('select 1 from pg_namespace where nspname = $1', [ASIDE])
  return rows.length > 0
}

/** Leaves an empty schema, with what stood there kept in another beside it. */
export async function setAside(client: ClientBase): Promise<void> {
  await inOneTransaction(client, [
    `create schema ${ASIDE}`,
    ...(await moves(client, 'public', ASIDE)),
  ])
}

/** Gives up what was restored so far: everything is as it was. */
export async function putBack(client: ClientBase): Promise<void> {
  await inOneTransaction(client, [
    `create schema ${GIVEN_UP}`,
    ...(await moves(client, 'public', GIVEN_UP)),
    ...(await moves(client, ASIDE, 'public')),
    `drop schema ${GIVEN_UP} cascade`,
    `drop schema ${ASIDE}`,
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
