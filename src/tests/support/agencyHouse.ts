import { beforeAll } from 'vitest'
import type { Property } from '@/payload-types'
import { aProperty, aStaff, at, type Staff } from './house'
import { booked } from './http'

/** An agency of one owner with one property, and an administrator. */

export let owner: Staff
export let admin: Staff
export let property: Property

export function withAgency(): void {
  beforeAll(async () => {
    owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
    admin = await aStaff('admin', 'Prisca Loemba')
    property = await aProperty({ owners: [owner.id] })
  })
}

let taken = 0
/** Books the next free slot of the property. */
export const aReservation = () => {
  taken += 1
  return booked(property, {
    startsAt: at(3 + Math.floor(taken / 9), `${8 + (taken % 9)}:00`.padStart(5, '0')),
  })
}
