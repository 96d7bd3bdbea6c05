import { command, onStop } from './command'
import { endAll } from './process'
import { say } from './say'
import { settingsWith } from './settings'
import { buildAll } from './siteBuild'

await command(async () => {
  onStop(() => endAll().then(() => process.exit(130)))
  await settingsWith()
  const from = Date.now()
  const code = await buildAll()
  if (code === 0) say(`Built in ${Math.round((Date.now() - from) / 1000)} s. Run: npm start`)
  return code
})
