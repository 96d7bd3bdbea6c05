import { ERASURES } from '@/backup/erasures'
import { command, onStop } from './command'
import { needMigrated } from './migrationState'
import { openDatabase } from './openDatabase'
import { withPayload } from './openPayload'
import { say } from './say'
import { settingsWith } from './settings'

await command(async () => {
  const settings = await settingsWith(['PAYLOAD_SECRET', 'SCIM_CONTACT_EMAIL'])
  const database = await openDatabase(settings)
  let lost = false
  const stopped = new Promise<string>((resolve) => {
    onStop(resolve)
    database.onLost(() => {
      lost = true
      resolve('the embedded database is gone')
    })
  })
  try {
    await needMigrated(database.url)
    await withPayload(async (payload) => {
      const { startWorker } = await import('@/worker/run')
      const worker = await startWorker(payload, { erasureList: ERASURES })
      say('Worker ready.')
      say(`Worker stops: ${await stopped}`)
      await worker.stop()
    })
    return lost ? 1 : 0
  } finally {
    await database.stop()
  }
})
