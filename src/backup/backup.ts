import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, rmSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { SESSION_DEFAULTS } from '@/sessionDefaults'
import { ofFile, ofText, writeArchive } from './archive'
import {
  MANIFEST,
  mediaFile,
  tableFile,
  type Manifest,
  type MediaEntry,
  type TableEntry,
} from './manifest'
import { meter } from './meter'
import { migrationsOf, sequencesOf, sqlColumns, sqlName, tablesOf, type Table } from './tables'
import { checkBackup } from './check'

/**
 * Writes all tables, as they stood at one instant, and all photos into one file, and reads it back.
 * @returns what is in it
 * @throws when anything could not be read or written; an older file of that name is then untouched
 */
export async function makeBackup(from: {
  databaseUrl: string
  mediaDir: string
  file: string
}): Promise<Manifest> {
  const folder = path.dirname(path.resolve(from.file))
  await mkdir(folder, { recursive: true })
  await sweep(folder)
  const spool = path.join(folder, `${SPOOL}${process.pid}-${randomBytes(4).toString('hex')}`)
  await mkdir(spool, { mode: 0o700 })
  const drop = () => rmSync(spool, { recursive: true, force: true })
  process.once('exit', drop)
  try {
    const database = await dumpTables(from.databaseUrl, spool)
    const media = await listMedia(from.mediaDir)
    const manifest: Manifest = { format: 1, madeAt: new Date().toISOString(), ...database, media }
    const draft = path.join(spool, 'backup.tar.gz')
    await writeArchive(draft, [
      ofText(MANIFEST, JSON.stringify(manifest, null, 1)),
      ...manifest.tables.map(({ name, bytes }) =>
        ofFile(tableFile(name), path.join(spool, name), bytes),
      ),
      ...media.map(({ name, bytes }) =>
        ofFile(mediaFile(name), path.join(from.mediaDir, name), bytes),
      ),
    ])
    await checkBackup(draft)
    await flush(draft)
    await rename(draft, from.file)
    return manifest
  } finally {
    await rm(spool, { recursive: true, force: true })
    process.off('exit', drop)
  }
}

const SPOOL = '.scim-backup-'
/** No backup takes a day; milliseconds. */
const ABANDONED = 24 * 3_600_000

/** Removes what a killed backup left behind: all the data, and all the space it takes. */
async function sweep(folder: string): Promise<void> {
  for (const name of (await readdir(folder)).filter((entry) => entry.startsWith(SPOOL))) {
    const left = path.join(folder, name)
    // Whoever made it may just have removed it.
    const made = await stat(left).then(({ mtimeMs }) => mtimeMs, Date.now)
    if (Date.now() - made > ABANDONED) await rm(left, { recursive: true, force: true })
  }
}

/** One snapshot for all tables: writers go on, and nothing half written is seen. */
async function dumpTables(databaseUrl: string, spool: string) {
  const client = new Client({ options: SESSION_DEFAULTS, connectionString: databaseUrl })
  client.on('error', () => undefined) // The query under way fails and tells it.
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const { rows } = await client.query<{ version: string }>(
      `select current_setting('server_version') as version`,
    )
    const migrations = await migrationsOf(client)
    if (migrations.length === 0) throw new EmptyDatabase()
    const tables: TableEntry[] = []
    for (const table of await tablesOf(client)) tables.push(await dumpTable(client, table, spool))
    const sequences = await sequencesOf(client)
    return { postgres: rows[0]?.version ?? '', migrations, tables, sequences }
  } finally {
    await client.end()
  }
}

export class EmptyDatabase extends Error {}

async function dumpTable(client: Client, table: Table, spool: string): Promise<TableEntry> {
  const { stream, measure } = meter()
  const rows = client.query(
    copyTo(`copy ${sqlName(table.name)} (${sqlColumns(table)}) to stdout with (encoding 'UTF8')`),
  )
  await pipeline(rows, stream, createWriteStream(path.join(spool, table.name), { mode: 0o600 }))
  const { bytes, lines, sha256 } = measure()
  return { ...table, rows: lines, bytes, sha256 }
}

async function listMedia(mediaDir: string): Promise<MediaEntry[]> {
  if (!existsSync(mediaDir)) return []
  const entries = await readdir(mediaDir, { withFileTypes: true })
  const media: MediaEntry[] = []
  for (const entry of entries.filter((one) => one.isFile())) {
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of createReadStream(path.join(mediaDir, entry.name))) {
      hash.update(chunk)
      bytes += chunk.length
    }
    media.push({ name: entry.name, bytes, sha256: hash.digest('hex') })
  }
  return media
}

/** On the disk, not only in its cache: a backup is for bad days. */
async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.sync()
  await handle.close()
}
