import { CannotRun, command, flag } from './command'
import { makePassword } from './keptSecret'
import { withMigratedPayload } from './openPayload'
import { say } from './say'
import { seedDatabase } from './seedDatabase'
import { settingsWith } from './settings'

await command(async () => {
  const { calledInProduction, seedPassword: given } = await settingsWith()
  if (calledInProduction && !flag('force'))
    throw new CannotRun(
      'Demo data does not belong in production. If you are sure: npm run seed -- --force',
    )
  await withMigratedPayload(async (payload) => {
    const password = given ?? makePassword()
    const tell = (logins: readonly { role: string; email: string }[]) => {
      say('Demo logins:')
      for (const { role, email } of logins) say(`  ${role.padEnd(13)} ${email}`)
      say(`  password      ${given ? 'the one in SEED_PASSWORD' : password}\n`)
    }
    if (!(await seedDatabase(payload, password, tell)))
      say('Nothing was loaded: the demo data is there already, or properties of your own are.')
  })
})
