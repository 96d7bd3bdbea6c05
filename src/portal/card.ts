import type { Card } from '@/domain/card'
import type { Locale } from '@/domain/status'
import type { PropertyDetail } from '@/domain/view'
import { addDays, localDay } from '@/domain/zone'
import { env } from '@/env'
import { agencyNow } from './agency'
import { dayWords, freeDays } from './freeSlots'
import { propertyBySlug, slotsOf } from './properties'
import { publicAddress } from './publicAddress'

const SHOWN = 4
const LOOKED_AT = 30

/** What the card of a published property shows, or null. */
export async function cardOf(slug: string, locale: Locale): Promise<Card | null> {
  const property = await propertyBySlug(slug)
  if (!property) return null
  const query = new URLSearchParams({ bien: property.slug })
  return {
    title: property.title,
    colour: (await agencyNow()).colour,
    place: `${property.district}, ${property.city}`,
    book: `${publicAddress(locale, '/reservation')}?${query}`,
    free: await freeOf(property, locale),
  }
}

/** The next free days; of a property for stays alone, its nights. */
async function freeOf(property: PropertyDetail, locale: Locale): Promise<Card['free']> {
  const from = localDay(new Date(), env.timeZone)
  const range = { from, to: addDays(from, LOOKED_AT) }
  const kind = property.kinds.find((one) => one !== 'sejour')
  const days = kind
    ? (await freeDays(property, range, locale)).map(({ day }) => day)
    : (await slotsOf(property, { ...range, kind: 'sejour' }))
        .filter(({ free }) => free)
        .map(({ startsAt }) => startsAt)
  return days.slice(0, SHOWN).map((day) => {
    const query = new URLSearchParams({ bien: property.slug, type: kind ?? 'sejour', jour: day })
    return {
      words: dayWords(day, locale),
      link: `${publicAddress(locale, '/reservation/creneau')}?${query}`,
    }
  })
}
