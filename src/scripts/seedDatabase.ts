import type { Payload } from 'payload'
import type { DEMO_LOGINS } from '@/seed/people'
import { withClient } from './openDatabase'
import { say } from './say'

/** Any number may seed at once: one does, the others wait and find it done. */
const LOCK = 20_261_126

/**
 * Loads the demo data once, and what an interrupted call left out.
 * @param onLogins is told which logins are about to be made with this password
 * @returns false when all of it is there already
 */
export async function seedDatabase(
  payload: Payload,
  password: string,
  onLogins: (logins: typeof DEMO_LOGINS) => void,
): Promise<boolean> {
  const [{ isSeeded, seed }, { env }] = await Promise.all([import('@/seed'), import('@/env')])
  return withClient(env.databaseUrl ?? '', async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    if (await isSeeded(payload)) return false
    await withoutPhones(() => seed(payload, { password, log: say, onLogins }))
    return true
  })
}

/** The demo's clients have made-up numbers, which may be somebody's: none of them is written to. */
export async function withoutPhones(work: () => Promise<void>): Promise<void> {
  const { env } = await import('@/env')
  const { sms, whatsappApi } = env
  Object.assign(env, { sms: null, whatsappApi: null })
  try {
    await work()
  } finally {
    Object.assign(env, { sms, whatsappApi })
  }
}
