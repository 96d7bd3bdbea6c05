import { readSettings, type SettingName, type Settings } from '@/settingsRules'
import { CannotRun } from './command'
import { keptSecret } from './keptSecret'
import { inData } from './paths'

/** The settings of this process, checked; all problems are told in one message. */
export async function settingsWith(required: readonly SettingName[] = []): Promise<Settings> {
  // Reads .env too. What it refuses is told below, together with what this command lacks.
  const [loaded] = await Promise.allSettled([import('@/env')])
  const outcome = readSettings(process.env, required)
  if ('problems' in outcome)
    throw new CannotRun(
      `Wrong settings:\n${outcome.problems.map((problem) => `  ${problem}`).join('\n')}`,
    )
  if (loaded.status === 'rejected') throw loaded.reason
  return loaded.value.env
}

type Provided = { databaseUrl?: string; payloadSecret?: string; smtpUrl?: string }

/**
 * Adds what a command found by itself. `env` is there already, and Next's compiled pages read
 * process.env once more: both must say the same.
 */
export async function provide(found: Provided): Promise<void> {
  const { env } = await import('@/env')
  Object.assign(env, found)
  if (found.databaseUrl) process.env.DATABASE_URL = found.databaseUrl
  if (found.payloadSecret) process.env.PAYLOAD_SECRET = found.payloadSecret
  if (found.smtpUrl) process.env.SMTP_URL = found.smtpUrl
}

/** The secret of demo, dev and the commands beside them; production brings its own. */
export const localSecret = (): string => keptSecret(inData('secret'))
