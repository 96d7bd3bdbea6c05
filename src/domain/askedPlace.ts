import { dayField, instantField, isKind, propertyField } from './request'
import type { Kind } from './status'

export type AskedPlace = {
  property: number | string | null
  kind: Kind | null
  /** Days for a stay, else instants; null where they cannot be read. */
  dates: { from: string; to: string } | { startsAt: Date; endsAt: Date | null } | null
}

/** What can be read of the place a body asks for, whatever is wrong with the rest. */
export function readPlace(body: object): AskedPlace {
  const field = (name: string): unknown => Reflect.get(body, name)
  const property = propertyField.safeParse(field('property')).data ?? null
  const kind = field('kind')
  if (kind === 'sejour') {
    const from = dayField.safeParse(field('startsAt')).data
    const to = dayField.safeParse(field('endsAt')).data
    return { property, kind, dates: from && to ? { from, to } : null }
  }
  const startsAt = instantField.safeParse(field('startsAt')).data
  const endsAt = instantField.safeParse(field('endsAt')).data ?? null
  return {
    property,
    kind: isKind(kind) ? kind : null,
    dates: startsAt ? { startsAt, endsAt } : null,
  }
}
