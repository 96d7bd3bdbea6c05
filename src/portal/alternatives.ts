import type { Period } from '@/domain/view'
import { alternativesTo, type Wanted } from '@/messaging/alternatives'
import { outside } from './payload'

/** Up to three free periods nearest to the one that was taken. */
export async function alternativesFor(wanted: Wanted): Promise<Period[]> {
  return alternativesTo(await outside(), wanted, new Date())
}
