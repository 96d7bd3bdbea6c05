import { readdirSync } from 'node:fs'
import type { Client } from 'pg'
import { isSetAside } from '@/backup/schemaSwap'
import { CannotRun } from './command'
import { withClient } from './openDatabase'
import { inRoot } from './paths'

/** What is there now is half of a backup, or none of it; what was there before waits beside it. */
const RESTORE_CUT =
  'A restore is under way in this database, or was interrupted. To put back what was there before, ' +
  'or to restore after all: npm run restore -- FILE.tar.gz'

/** The names of the migrations in the source, oldest first. */
export const migrationNames = (): string[] =>
  readdirSync(inRoot('migrations'))
    .filter((file) => /^\d{8}_\d{6}.*\.ts$/.test(file))
    .map((file) => file.slice(0, -3))
    .sort()

/** What the table of migrations says; batch -1 is Payload's mark of a pushed, unversioned schema. */
export async function appliedMigrations(
  client: Client,
): Promise<{ name: string | null; batch: number }[]> {
  const { rows: tables } = await client.query<{ there: boolean }>(
    `select to_regclass('payload_migrations') is not null as there`,
  )
  if (!tables[0]?.there) return []
  const { rows } = await client.query<{ name: string | null; batch: number }>(
    'select name, batch::int as batch from payload_migrations',
  )
  return rows
}

/** The tables of another program, where a database holds some and none of our migrations. */
export async function othersTables(client: Client): Promise<string[]> {
  const ours = migrationNames()
  const applied = await appliedMigrations(client)
  if (applied.some(({ name }) => name && ours.includes(name))) return []
  const { rows } = await client.query<{ name: string }>(
    `select c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm', 'f')
       and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass
         and d.objid = c.oid and d.deptype = 'e') -- what an extension brought is nobody's data
     order by c.relname`,
  )
  return rows.map(({ name }) => name)
}

/** Refuses to go on where a restore ended in the middle. */
export async function needWhole(url: string): Promise<void> {
  if (await withClient(url, isSetAside)) throw new CannotRun(RESTORE_CUT)
}

/** Refuses to go on where migrations are missing too. */
export async function needMigrated(url: string): Promise<void> {
  await needWhole(url)
  const applied = await withClient(url, appliedMigrations)
  const missing = migrationNames().filter((name) => !applied.some((row) => row.name === name))
  if (missing.length > 0)
    throw new CannotRun(
      `The database lacks ${missing.length} migration${missing.length > 1 ? 's' : ''} ` +
        `(${listed(missing)}). Run: npm run migrate`,
    )
}

/** The first few names; a database that lacks all would fill the screen. */
export const listed = (names: string[]) =>
  names.slice(0, 3).join(', ') + (names.length > 3 ? ` and ${names.length - 3} more` : '')
