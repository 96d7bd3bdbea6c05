/** Rescue instead of refusal: which of the free possibilities are offered, and in which order. */

export type Choice = {
  id: number
  slug: string
  title: string
  district: string
  startsAt: string
  endsAt: string
  /** The property that was wanted, at another time. */
  same: boolean
}

type Compared = { district: string; price: number | null; unit: string | null }

/** How far two properties are apart: 0 the same price, 1 twice or half of it; no price is far. */
function priceGap(one: Compared, other: Compared): number {
  if (!one.price || !other.price || one.unit !== other.unit) return 2
  return Math.abs(Math.log2(one.price / other.price))
}

/** Sorts by nearness to a property: price first, where the district is the same a little nearer. */
export function bySimilarity(own: Compared): (one: Compared, other: Compared) => number {
  const distance = (one: Compared) => priceGap(own, one) + (one.district === own.district ? 0 : 0.5)
  return (one, other) => distance(one) - distance(other)
}

/**
 * At most `count` possibilities: the wanted property twice, the nearest similar one, then whatever
 * is left. A similar one that is free at the very moment comes first among the similar.
 */
export function mixRescue(
  same: readonly Choice[],
  similar: readonly Choice[],
  wanted: string,
  count: number,
): Choice[] {
  const exact = (choice: Choice) => Date.parse(choice.startsAt) === Date.parse(wanted)
  const others = [...similar.filter(exact), ...similar.filter((choice) => !exact(choice))]
  const own = count - 1
  return [...same.slice(0, own), ...others, ...same.slice(own)].slice(0, count)
}
