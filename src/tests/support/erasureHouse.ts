import { admin, owner, property } from './agencyHouse'
import type { Staff } from './house'
import { rest } from './http'
import { aLife } from './person'

/** An agency that is asked to forget people: see agencyHouse.ts. */

let day = 2

/** A day of the property that no other test asks for. */
export const freshDay = () => (day += 1)

/** A client with everything that a client leaves behind. */
export const life = () => aLife(property, owner, freshDay())

export const erase = (client: number, as: Staff | null = admin) =>
  rest('POST', `/clients/${client}/erase`, { as, body: {} })
