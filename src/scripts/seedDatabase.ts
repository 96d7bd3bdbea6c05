import type { Payload } from 'payload'
import { say } from './say'

/** Loads the demo data once. @returns false when it is there already */
export async function seedDatabase(payload: Payload, password: string): Promise<boolean> {
  const { isSeeded, seed } = await import('@/seed')
  if (await isSeeded(payload)) return false
  await withoutPhones(() => seed(payload, { password, log: say }))
  return true
}

/** The demo's clients have made-up numbers, which may be somebody's: none of them is written to. */
async function withoutPhones(work: () => Promise<void>): Promise<void> {
  const { env } = await import('@/env')
  const { sms, whatsappApi } = env
  Object.assign(env, { sms: null, whatsappApi: null })
  try {
    await work()
  } finally {
    Object.assign(env, { sms, whatsappApi })
  }
}
