import { command } from './command'
import { say } from './say'
import { settingsWith } from './settings'
import { buildAll } from './siteBuild'

await command(async () => {
  await settingsWith()
  const from = Date.now()
  const code = await buildAll()
  if (code === 0) say(`Built in ${Math.round((Date.now() - from) / 1000)} s. Run: npm start`)
  return code
})
