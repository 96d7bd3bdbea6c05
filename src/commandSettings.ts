import { z } from 'zod'

/** What a person hands to one command alone: a password for it to set, a program, a key. */

export const commandShape = {
  SEED_PASSWORD: z.string().optional(),
  SCIM_ADMIN_PASSWORD: z.string().optional(),
  PLAYWRIGHT_CHROMIUM_PATH: z.string().optional(),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.string().optional(),
  NODE_ENV: z.string().optional(),
}

type Values = { [Name in keyof typeof commandShape]?: string }

export const commandSettings = (values: Values) => ({
  seedPassword: values.SEED_PASSWORD,
  adminPassword: values.SCIM_ADMIN_PASSWORD,
  chromiumPath: values.PLAYWRIGHT_CHROMIUM_PATH,
  /** The same for every build of a house, else its open pages are refused by the next one. */
  actionsKey: values.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
  /** As the command was called; opening Payload sets it for the process later. */
  calledInProduction: values.NODE_ENV === 'production',
})
