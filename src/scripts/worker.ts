import { ERASURES } from '@/backup/erasures'
import { command, onStop } from './command'
import { missingMigrations, needsMigration } from './migrationState'
import { openDatabase } from './openDatabase'
import { withPayload } from './openPayload'
import { say } from './say'
import { settingsWith } from './settings'

await command(async () => {
  const settings = await settingsWith(['PAYLOAD_SECRET', 'SCIM_CONTACT_EMAIL'])
  const database = await openDatabase(settings)
  const stopped = new Promise<string>((resolve) => {
    onStop(resolve)
    database.onLost(() => resolve('the database is gone'))
  })
  try {
    needsMigration(await missingMigrations(database.url))
    await withPayload(async (payload) => {
      const { startWorker } = await import('@/worker/run')
      const worker = await startWorker(payload, { erasureList: ERASURES })
      say('Worker ready.')
      say(`Worker stops: ${await stopped}`)
      await worker.stop()
    })
  } finally {
    await database.stop()
  }
})
