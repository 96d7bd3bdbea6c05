import { auditHistory } from './auditHistory'
import { command } from './command'
import { needMigrated } from './migrationState'
import { openDatabase, withClient } from './openDatabase'
import { complain, say } from './say'
import { settingsWith } from './settings'

await command(async () => {
  const database = await openDatabase(await settingsWith())
  try {
    await needMigrated(database.url)
    const { reservations, steps, witnesses, findings } = await withClient(
      database.url,
      auditHistory,
    )
    findings.forEach(complain)
    say(
      `${reservations} reservations, ${steps} steps, ${witnesses} fingerprints in messages: ` +
        (findings.length === 0
          ? 'whole.'
          : `${findings.length} finding${findings.length > 1 ? 's' : ''}.`),
    )
    return findings.length === 0 ? 0 : 1
  } finally {
    await database.stop()
  }
})
