import type { TemplateKey } from './notifications'
import type { Words } from './status'
import { addDays, instantOf, localDay } from './zone'

/** How often a member of staff wants to hear: each event at once, or gathered. */

export const PACES = ['chaque', 'heure', 'matin'] as const
export type Pace = (typeof PACES)[number]

export const PACE_LABELS: Record<Pace, Words> = {
  chaque: { fr: 'À chaque événement', en: 'At each event' },
  heure: { fr: 'Un résumé par heure', en: 'A digest every hour' },
  matin: { fr: 'Un résumé chaque matin', en: 'A digest every morning' },
}

const MORNING = '07:00'
const HOUR = 3_600_000

/** Never gathered: the escalation is the last safeguard of a promise. */
const ALWAYS_AT_ONCE: readonly TemplateKey[] = ['escalade']

/** When a message to a person of this pace may leave, or null for at once. */
export function gatheredUntil(message: {
  pace: Pace
  template: TemplateKey
  now: Date
  zone: string
}): Date | null {
  const { pace, template, now, zone } = message
  if (pace === 'chaque' || ALWAYS_AT_ONCE.includes(template)) return null
  if (pace === 'heure') return new Date((Math.floor(now.getTime() / HOUR) + 1) * HOUR)
  const today = localDay(now, zone)
  const morning = instantOf(today, MORNING, zone)
  return morning > now ? morning : instantOf(addDays(today, 1), MORNING, zone)
}
