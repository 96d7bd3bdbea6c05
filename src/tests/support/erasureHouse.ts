import { beforeAll } from 'vitest'
import type { Property } from '@/payload-types'
import { aProperty, aStaff, type Staff } from './house'
import { rest } from './http'
import { aLife } from './person'

/** An agency that is asked to forget people. */

export let owner: Staff
export let admin: Staff
export let property: Property
let day = 2

export function withForgetfulHouse(): void {
  beforeAll(async () => {
    owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
    admin = await aStaff('admin', 'Prisca Loemba')
    property = await aProperty({ owners: [owner.id] })
  })
}

/** A day of the property that no other test asks for. */
export const freshDay = () => (day += 1)

/** A client with everything that a client leaves behind. */
export const life = () => aLife(property, owner, freshDay())

export const erase = (client: number, as: Staff | null = admin) =>
  rest('POST', `/clients/${client}/erase`, { as, body: {} })
