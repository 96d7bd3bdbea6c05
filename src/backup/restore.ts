import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Writable } from 'node:stream'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { SESSION_DEFAULTS } from '@/sessionDefaults'
import { checkBackup } from './check'
import { mediaFile, tableFile, type Manifest } from './manifest'
import { sqlColumns, sqlName, tablesOf } from './tables'

/** A restored database that does not hold what the backup says: nothing of it is kept. */
export class NotRestored extends Error {}

/**
 * Loads the rows of a backup into a database that has the backup's migrations, in one transaction:
 * all of it, or nothing. The append-only triggers rest meanwhile, and the rows come back as they were.
 */
export async function loadTables(to: {
  databaseUrl: string
  file: string
  manifest: Manifest
}): Promise<void> {
  const client = new Client({ options: SESSION_DEFAULTS, connectionString: to.databaseUrl })
  client.on('error', () => undefined) // The query under way fails and tells it.
  await client.connect()
  try {
    await client.query('begin')
    await prepare(client, to.manifest)
    const copies = new Map(to.manifest.tables.map((table) => [tableFile(table.name), table]))
    await checkBackup(to.file, (name) => {
      const table = copies.get(name)
      if (!table) return new Writable({ write: (_chunk, _encoding, done) => done() })
      return client.query(copyFrom(`copy ${sqlName(table.name)} (${sqlColumns(table)}) from stdin`))
    })
    await finish(client, to.manifest)
    await client.query('commit')
  } finally {
    await client.end()
  }
}

async function prepare(client: Client, manifest: Manifest): Promise<void> {
  const tables = await tablesOf(client)
  const names = new Set(tables.map(({ name }) => name))
  const strange = manifest.tables.find(({ name }) => !names.has(name))
  if (strange) throw new NotRestored(`This version has no table ${strange.name}.`)
  for (const { name } of tables)
    await client.query(`alter table ${sqlName(name)} disable trigger user`)
  await client.query(`truncate ${tables.map(({ name }) => sqlName(name)).join(', ')}`)
}

async function finish(client: Client, manifest: Manifest): Promise<void> {
  for (const { name, rows } of manifest.tables) {
    const { rows: counted } = await client.query<{ count: number }>(
      `select count(*)::int as count from ${sqlName(name)}`,
    )
    if (counted[0]?.count !== rows)
      throw new NotRestored(`${name}: ${counted[0]?.count} rows came back, ${rows} were saved.`)
  }
  for (const { name, value, called } of manifest.sequences)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [
      sqlName(name),
      value,
      called,
    ])
  for (const { name } of await tablesOf(client))
    await client.query(`alter table ${sqlName(name)} enable trigger user`)
}

/** Puts the photos of a backup in place of those that are there. */
export async function loadMedia(to: { mediaDir: string; file: string }): Promise<void> {
  const draft = `${to.mediaDir}.restored-${process.pid}`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true })
  await checkBackup(to.file, (name, { media }) => {
    const one = media.find((entry) => mediaFile(entry.name) === name)
    // A name from a file somebody sent: never a way out of the folder.
    if (!one || path.basename(one.name) !== one.name)
      return new Writable({ write: (_chunk, _encoding, done) => done() })
    return createWriteStream(path.join(draft, one.name))
  })
  const old = `${to.mediaDir}.replaced-${process.pid}`
  await rename(to.mediaDir, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  await rename(draft, to.mediaDir)
  await rm(old, { recursive: true, force: true })
}
