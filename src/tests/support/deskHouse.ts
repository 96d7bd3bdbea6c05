import { beforeAll } from 'vitest'
import type { Property } from '@/payload-types'
import { aProperty, aStaff, at, type Staff } from './house'
import { booked, rest, type Booked } from './http'
import { one, rows } from './sql'

/** A property with people of every role, and what they do at the desk. */

export let owner: Staff
export let other: Staff
export let admin: Staff
export let editor: Staff
export let property: Property

let slot = 0
/** A waiting request in a slot of its own. */
export const aWaiting = async (changes = {}): Promise<Booked> => {
  slot += 1
  return booked(property, { startsAt: at(3 + Math.floor(slot / 16), hour(slot % 16)), ...changes })
}
const hour = (half: number) =>
  `${String(8 + Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`

export const act = (id: number, action: string, body: object, as: Staff | null = owner) =>
  rest('POST', `/reservations/${id}/${action}`, { as, body })
export const rowOf = (id: number) =>
  one<{
    starts_at: Date
    ends_at: Date
    client_id: number
    hold_until: Date
    responded_at: Date | null
    respond_by: Date
    changes: string
    tracking_version: string
  }>('select * from reservations where id = $1', [id])
export const changesOf = (id: number) =>
  rows<{
    number: string
    kind: string
    before: unknown
    after: unknown
    actor: string
    actor_name: string
  }>('select * from reservation_changes where reservation_id = $1 order by number', [id])

/** Everybody who works here, and the property of one of them. */
export function withDesk(): void {
  beforeAll(async () => {
    owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
    other = await aStaff('proprietaire', 'Clarisse Ngouabi')
    admin = await aStaff('admin', 'Prisca Loemba')
    editor = await aStaff('editeur', 'Aimé Tchicaya')
    property = await aProperty({ owners: [owner.id] })
  })
}
