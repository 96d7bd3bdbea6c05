import type { Media, Property } from '@/payload-types'
import { appointmentSlots, nights } from '@/domain/availability'
import type { Kind } from '@/domain/status'
import type { Photo, PropertyCard, PropertyDetail, SlotView } from '@/domain/view'
import { instantOf, type Day } from '@/domain/zone'
import { env } from '@/env'
import { rowsOf, sql } from '@/database'
import { offerOf } from '@/messaging/offer'
import { outside, portalPayload } from './payload'

function photoOf(media: number | Media, size: 'card' | 'page'): Photo | null {
  if (typeof media === 'number') return null
  const sized = media.sizes?.[size]
  const url = sized?.url ?? media.url
  if (!url) return null
  return {
    url,
    width: sized?.width ?? media.width ?? 480,
    height: sized?.height ?? media.height ?? 320,
    alt: media.alt,
    srcSet: srcSetOf(media),
  }
}

/** Both sizes by their width, where both were made. */
function srcSetOf({ sizes }: Media): string | undefined {
  const made = [sizes?.card, sizes?.page].flatMap((one) =>
    one?.url && one.width ? [`${one.url} ${one.width}w`] : [],
  )
  return made.length > 1 ? made.join(', ') : undefined
}

export function cardOf(property: Property): PropertyCard {
  const [first] = property.photos ?? []
  return {
    id: property.id,
    title: property.title,
    slug: property.slug,
    city: property.city,
    district: property.district,
    kinds: property.kinds,
    // Nobody gives a house away: a zero is a price that nobody wrote down.
    price: property.price || null,
    priceUnit: property.priceUnit ?? null,
    photo: first ? photoOf(first, 'card') : null,
  }
}

/** Published properties, by title. */
export async function listProperties(filter: {
  city?: string
  kind?: Kind
}): Promise<PropertyCard[]> {
  const payload = await portalPayload()
  const { docs } = await payload.find({
    collection: 'properties',
    overrideAccess: true,
    depth: 1,
    limit: 200,
    pagination: false,
    where: {
      status: { equals: 'publie' },
      ...(filter.city ? { city: { equals: filter.city } } : {}),
      ...(filter.kind ? { kinds: { in: [filter.kind] } } : {}),
    },
    select: {
      title: true,
      slug: true,
      city: true,
      district: true,
      kinds: true,
      price: true,
      priceUnit: true,
      photos: true,
    },
  })
  // as: the selected fields are all that a card reads.
  return docs.map((property) => cardOf(property as Property))
}

/** One published property, or null. */
export async function propertyBySlug(slug: string): Promise<PropertyDetail | null> {
  const payload = await portalPayload()
  const { docs } = await payload.find({
    collection: 'properties',
    overrideAccess: true,
    depth: 1,
    limit: 1,
    pagination: false,
    where: { slug: { equals: slug.slice(0, 200) }, status: { equals: 'publie' } },
  })
  const [property] = docs
  if (!property) return null
  return {
    ...cardOf(property),
    description: property.description,
    address: property.address ?? null,
    photos: (property.photos ?? []).flatMap((media) => photoOf(media, 'page') ?? []),
    slotMinutes: property.slotMinutes,
  }
}

/** Slots (instants) or nights (days) of a property from one day to another, both included. */
export async function slotsOf(
  property: { id: number },
  range: { from: Day; to: Day; kind: Kind },
): Promise<SlotView[]> {
  const req = await outside()
  const found = await offerOf(
    req,
    property.id,
    instantOf(range.from, '00:00', env.timeZone),
    instantOf(range.to, '00:00', env.timeZone),
    2,
  )
  if (!found?.published) return []
  const asked = { offer: found.offer, from: range.from, to: range.to, now: new Date() }
  if (range.kind === 'sejour') return nights(asked)
  return appointmentSlots(asked).map(({ startsAt, endsAt, free }) => ({
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    free,
  }))
}

/** The cities of published properties: those the agency names first, in its order. */
export async function citiesOf(first: readonly string[]): Promise<string[]> {
  const rows = await rowsOf<{ city: string }>(
    await outside(),
    sql`select distinct city from properties where status = 'publie' order by city`,
  )
  const found = rows.map(({ city }) => city)
  return [
    ...first.filter((city) => found.includes(city)),
    ...found.filter((city) => !first.includes(city)),
  ]
}
