import { renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { BrokenBackup } from '@/backup/check'
import { EmptyDatabase, makeBackup } from '@/backup/backup'
import { dropOldBackups, fileOf, INCOMPLETE, nightOf } from '@/backup/kept'
import { rowsIn, type Manifest } from '@/backup/manifest'
import type { Day } from '@/domain/zone'
import { CannotRun, command, flag, onStop, option } from './command'
import { needWhole } from './migrationState'
import { openDatabase, withClient } from './openDatabase'
import { BACKUPS, MEDIA } from './paths'
import { complain, say } from './say'
import { settingsWith } from './settings'

/** @param night whose file it is, where the nightly one is asked for */
function fileToWrite(night: Day): string {
  // Under the name of a whole one only when it is known to be whole.
  if (flag('nightly')) return fileOf(BACKUPS, night, false)
  const [given] = process.argv.slice(2)
  if (!given || given.startsWith('-'))
    throw new CannotRun(
      'Usage: npm run backup -- FILE.tar.gz (all data and photos go into it)\n' +
        'or: npm run backup -- --nightly (into .data/backups, where seven days are kept)',
    )
  const file = path.resolve(given)
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw new CannotRun(`${file} is a folder: name the file to write in it.`)
  return file
}

/** A backup made where the photos are not, on another machine or volume, must not look whole. */
async function lostPhotos(url: string, { madeAt, media }: Manifest): Promise<number> {
  const saved = media.map(({ name }) => name)
  const { rows } = await withClient(url, (client) =>
    client.query<{ lost: number }>(
      `select count(*)::int as lost from media
       where filename is not null and filename <> all($1) and created_at < $2`,
      [saved, madeAt],
    ),
  )
  return rows[0]?.lost ?? 0
}

await command(async () => {
  // Not the signal's own end, which would leave what was written so far, names and numbers included.
  onStop(() => process.exit(130))
  const settings = await settingsWith()
  const night = nightOf(new Date(), settings.timeZone)
  const file = fileToWrite(night)
  const mediaDir = option('media') ?? MEDIA
  const database = await openDatabase(settings)
  try {
    // Half of another backup must not push a whole one out.
    await needWhole(database.url)
    const manifest = await makeBackup({ databaseUrl: database.url, mediaDir, file })
    const { tables, media } = manifest
    const lost = await lostPhotos(database.url, manifest)
    const kept = flag('nightly') && lost === 0 ? fileOf(BACKUPS, night) : file
    if (kept !== file) renameSync(file, kept)
    say(
      `Saved and read back: ${rowsIn(manifest)} rows of ${tables.length} tables, ` +
        `${media.length} photo files → ${kept}`,
    )
    say('Keep PAYLOAD_SECRET with it: tracking links are derived from it.')
    if (flag('nightly')) dropOldBackups(BACKUPS, night)
    if (lost === 0) return
    complain(`Not saved: ${lost} photos that the database names and ${mediaDir} does not hold.`)
    return INCOMPLETE
  } catch (error) {
    if (error instanceof EmptyDatabase)
      throw new CannotRun('There is nothing to save: this database was never migrated.')
    if (error instanceof BrokenBackup)
      throw new CannotRun(`What was written does not read back: ${error.message}`)
    throw error
  } finally {
    await database.stop()
  }
})
