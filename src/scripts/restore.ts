import { statSync } from 'node:fs'
import path from 'node:path'
import type { Client } from 'pg'
import { BrokenBackup, checkBackup } from '@/backup/check'
import {
  applyErasures,
  ERASURES,
  erasuresIn,
  listedErasures,
  listErasures,
} from '@/backup/erasures'
import { brokenInvariants } from '@/backup/invariants'
import { rowsIn, type Manifest } from '@/backup/manifest'
import { loadMedia, loadTables, NotRestored } from '@/backup/restore'
import { dropOld, isSetAside, putBack, setAside } from '@/backup/schemaSwap'
import { CannotRun, command, flag, option } from './command'
import { migrateDatabase, migrateTo } from './migrateDatabase'
import { migrationNames, othersTables } from './migrationState'
import { openDatabase, withClient } from './openDatabase'
import { MEDIA } from './paths'
import { say } from './say'
import { localSecret, provide, settingsWith } from './settings'

function fileToRestore(): string {
  const [given] = process.argv.slice(2)
  if (!given || given.startsWith('-'))
    throw new CannotRun(
      'Usage: npm run restore -- FILE.tar.gz (into an empty database; --replace replaces what is there)',
    )
  const found = statSync(given, { throwIfNoEntry: false })
  if (!found) throw new CannotRun(`There is no file ${given}.`)
  if (found.isDirectory()) throw new CannotRun(`${given} is a folder: name the backup in it.`)
  return path.resolve(given)
}

async function hasData(client: Client): Promise<boolean> {
  if ((await othersTables(client)).length > 0) return true
  const { rows: tables } = await client.query<{ there: boolean }>(
    `select to_regclass('public.reservations') is not null as there`,
  )
  if (!tables[0]?.there) return false
  const { rows } = await client.query<{ some: boolean }>(
    `select exists (select 1 from reservations) or exists (select 1 from users)
       or exists (select 1 from properties) as some`,
  )
  return rows[0]?.some ?? false
}

/** The restored data beside the old one: only when it is whole does it take its place. */
async function replaceData(client: Client, url: string, file: string, manifest: Manifest) {
  if (await isSetAside(client)) {
    say('An earlier restore was interrupted: what was there before is put back first.')
    await putBack(client)
  }
  if ((await hasData(client)) && !flag('replace'))
    throw new CannotRun(
      'This database holds data. To replace all of it by the backup: npm run restore -- FILE --replace',
    )
  const list = option('erasures') ?? ERASURES
  listErasures(list, await erasuresIn(client))
  await setAside(client)
  let erased = 0
  try {
    await migrateTo(url, manifest.migrations)
    await loadTables({ databaseUrl: url, file, manifest })
    await migrateDatabase(url)
    // What was erased since the backup is erased again before anybody can read it.
    erased = await applyErasures(client, listedErasures(list))
    const broken = await brokenInvariants(client)
    if (broken.length > 0) throw new NotRestored(broken.join('\n'))
  } catch (error) {
    await putBack(client)
    throw error
  }
  await loadMedia({ mediaDir: option('media') ?? MEDIA, file })
  await dropOld(client)
  if (erased > 0) say(`Erased again: ${erased} clients whose data had been erased since.`)
}

async function restore(url: string, file: string): Promise<Manifest> {
  const manifest = await checkBackup(file)
  const unknown = manifest.migrations.filter((name) => !migrationNames().includes(name))
  if (unknown.length > 0)
    throw new CannotRun(
      `The backup is of a newer version of this program (it has ${unknown.join(', ')}).`,
    )
  await withClient(url, (client) => replaceData(client, url, file, manifest))
  return manifest
}

await command(async () => {
  const file = fileToRestore()
  const settings = await settingsWith()
  const database = await openDatabase(settings)
  try {
    if (!settings.payloadSecret) await provide({ payloadSecret: localSecret() })
    const manifest = await restore(database.url, file)
    say(
      `Restored and counted: ${rowsIn(manifest)} rows of ${manifest.tables.length} tables, ` +
        `${manifest.media.length} photo files, as of ${manifest.madeAt}.`,
    )
  } catch (error) {
    if (error instanceof BrokenBackup || error instanceof NotRestored)
      throw new CannotRun(`${error.message}\nNothing was changed.`)
    throw error
  } finally {
    await database.stop()
  }
})
