import { alternatives, alternativeStays } from '@/domain/availability'
import { instantOf } from '@/domain/zone'
import type { Period } from '@/domain/view'
import { env } from '@/env'
import { offerOf } from '@/messaging/offer'
import { outside } from './payload'

const COUNT = 3
const MARGIN_DAYS = 62

export type Wanted = { property: number | string } & (
  | { kind: 'sejour'; startsAt: string; endsAt: string }
  | { kind: 'visite' | 'location' | 'achat'; startsAt: Date }
)

/** Up to three free periods nearest to the one that was taken. */
export async function alternativesFor(wanted: Wanted): Promise<Period[]> {
  const around =
    wanted.kind === 'sejour' ? instantOf(wanted.startsAt, '00:00', env.timeZone) : wanted.startsAt
  const found = await offerOf(await outside(), wanted.property, around, around, MARGIN_DAYS)
  if (!found) return []
  const { offer } = found
  const now = new Date()
  if (wanted.kind === 'sejour')
    return alternativeStays({ offer, from: wanted.startsAt, to: wanted.endsAt, now, count: COUNT })
  return alternatives({ offer, wanted: wanted.startsAt, now, count: COUNT }).map((slot) => ({
    startsAt: slot.startsAt.toISOString(),
    endsAt: slot.endsAt.toISOString(),
  }))
}
