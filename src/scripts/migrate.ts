import { command } from './command'
import { migrateDatabase } from './migrateDatabase'
import { needWhole } from './migrationState'
import { openDatabase } from './openDatabase'
import { localSecret, provide, settingsWith } from './settings'

await command(async () => {
  const settings = await settingsWith()
  const database = await openDatabase(settings)
  try {
    if (!settings.payloadSecret) await provide({ payloadSecret: localSecret() })
    await needWhole(database.url)
    await migrateDatabase(database.url)
  } finally {
    await database.stop()
  }
})
