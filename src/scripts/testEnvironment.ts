import { SETTING_NAMES } from '@/settingsRules'
import type { Environment } from './process'
import { localSecret } from './settings'

/** What says where things are on this machine, and nothing of how the house works. */
const OF_THE_MACHINE = ['PLAYWRIGHT_CHROMIUM_PATH']

/** The settings the tests run with: nothing else of a developer's own `.env` may leak in. */
export const testEnvironment = (): Environment => ({
  ...Object.fromEntries(
    SETTING_NAMES.filter((name) => !OF_THE_MACHINE.includes(name)).map((name) => [name, '']),
  ),
  PAYLOAD_SECRET: localSecret(),
  SCIM_CONTACT_EMAIL: 'contact@scim.example',
  NODE_ENV: undefined,
})
