import { existsSync } from 'node:fs'
import { readSettings, type Settings } from './settingsRules'

/** The only reader of process.env. A wrong setting stops the process, and all wrong ones are named. */

/** Wrong settings, told together. Its message is meant for the person who starts the process. */
class WrongSettings extends Error {
  constructor(readonly problems: string[]) {
    super(`Wrong settings:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
  }
}

if (existsSync('.env')) process.loadEnvFile('.env')

const outcome = readSettings(process.env)
if ('problems' in outcome) throw new WrongSettings(outcome.problems)

export const env: Settings = outcome.settings
