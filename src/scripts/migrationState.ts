import { readdirSync } from 'node:fs'
import type { Client } from 'pg'
import { CannotRun } from './command'
import { withClient } from './openDatabase'
import { inRoot } from './paths'

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

/** The migrations that this database still lacks. */
export async function missingMigrations(url: string): Promise<string[]> {
  const applied = await withClient(url, appliedMigrations)
  return migrationNames().filter((name) => !applied.some((row) => row.name === name))
}

/** Refuses to go on when migrations are missing. */
export function needsMigration(missing: string[]): void {
  if (missing.length > 0)
    throw new CannotRun(
      `The database lacks ${missing.length} migration${missing.length > 1 ? 's' : ''} ` +
        `(${missing.join(', ')}). Run: npm run migrate`,
    )
}
