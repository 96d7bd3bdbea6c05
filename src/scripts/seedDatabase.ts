import type { Payload } from 'payload'
import { say } from './say'

/** Loads the demo data once. @returns false when it is there already */
export async function seedDatabase(payload: Payload, password: string): Promise<boolean> {
  const { isSeeded, seed } = await import('@/seed')
  if (await isSeeded(payload)) return false
  await seed(payload, { password, log: say })
  return true
}
