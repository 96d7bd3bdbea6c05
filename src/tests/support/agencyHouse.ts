import { beforeAll } from 'vitest'
import type { Property } from '@/payload-types'
import { aProperty, aStaff, type Staff } from './house'

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
