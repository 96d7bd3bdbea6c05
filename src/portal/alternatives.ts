import { isDay } from '@/domain/zone'
import type { Period } from '@/domain/view'
import { alternativesTo, type Wanted } from '@/messaging/alternatives'
import { outside } from './payload'

/** Up to three free periods nearest to the one that was taken. */
export async function alternativesFor(wanted: Wanted): Promise<Period[]> {
  return alternativesTo(await outside(), wanted, new Date())
}

/** The same for the answers of the funnel; nothing where they name no moment. */
export async function alternativesAround(
  property: { id: number },
  stay: boolean,
  { debut, fin }: { debut: string; fin: string },
): Promise<Period[]> {
  if (stay)
    return isDay(debut) && isDay(fin)
      ? alternativesFor({ property: property.id, kind: 'sejour', startsAt: debut, endsAt: fin })
      : []
  const startsAt = new Date(debut)
  return Number.isNaN(startsAt.getTime())
    ? []
    : alternativesFor({ property: property.id, kind: 'visite', startsAt })
}
