import { beforeAll, beforeEach } from 'vitest'
import type { Property } from '@/payload-types'
import { aProperty, aStaff, at, type Staff } from './house'
import { booked, type Booked } from './http'

/** For each test a property of its own, with a request that awaits its owner. */

export let owner: Staff
export let property: Property
export let reservation: Booked

export function withRequest(): void {
  beforeAll(async () => {
    owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  })
  beforeEach(async () => {
    property = await aProperty({ owners: [owner.id], address: '12, rue Mbochi' })
    reservation = await booked(property, { startsAt: at(3, '09:00') })
  })
}
