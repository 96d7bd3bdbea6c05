import { writeFileSync } from 'node:fs'
import { command } from './command'
import { makePassword } from './keptSecret'
import { migrateDatabase } from './migrateDatabase'
import { needWhole } from './migrationState'
import { openDatabase, withClient } from './openDatabase'
import { withPayload } from './openPayload'
import { DEMO_PASSWORD } from './paths'
import { seedDatabase } from './seedDatabase'
import { settingsWith } from './settings'

/** For the demo: migrates and loads the demo data, in one process. */
await command(async () => {
  const settings = await settingsWith(['DATABASE_URL', 'PAYLOAD_SECRET'])
  const database = await openDatabase(settings)
  await needWhole(database.url)
  await migrateDatabase(database.url)
  if (!(await hasOtherUsers(database.url)))
    await withPayload(async (payload) => {
      const password = settings.seedPassword ?? makePassword()
      await seedDatabase(payload, password, () =>
        writeFileSync(DEMO_PASSWORD, `${password}\n`, { mode: 0o600 }),
      )
    })
})

/** Somebody works here already: their data is left alone. */
async function hasOtherUsers(url: string): Promise<boolean> {
  const { DEMO_LOGINS } = await import('@/seed/people')
  const known = DEMO_LOGINS.map(({ email }) => email)
  const { rows } = await withClient(url, (client) =>
    client.query('select 1 from users where email <> all($1) limit 1', [known]),
  )
  return rows.length > 0
}
