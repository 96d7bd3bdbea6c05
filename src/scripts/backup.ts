import path from 'node:path'
import { BrokenBackup } from '@/backup/check'
import { EmptyDatabase, makeBackup } from '@/backup/backup'
import { rowsIn } from '@/backup/manifest'
import { CannotRun, command, option } from './command'
import { openDatabase } from './openDatabase'
import { MEDIA } from './paths'
import { say } from './say'
import { settingsWith } from './settings'

await command(async () => {
  const [given] = process.argv.slice(2)
  if (!given || given.startsWith('-'))
    throw new CannotRun('Usage: npm run backup -- FILE.tar.gz (all data and photos go into it)')
  const file = path.resolve(given)
  const settings = await settingsWith()
  const database = await openDatabase(settings)
  try {
    const manifest = await makeBackup({
      databaseUrl: database.url,
      mediaDir: option('media') ?? MEDIA,
      file,
    })
    const { tables, media } = manifest
    say(
      `Saved and read back: ${rowsIn(manifest)} rows of ${tables.length} tables, ` +
        `${media.length} photo files → ${given}`,
    )
    say('Keep PAYLOAD_SECRET with it: tracking links are derived from it.')
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
