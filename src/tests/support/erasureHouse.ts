import { admin, owner, property } from './agencyHouse'
import { at, freshPhone, type Staff } from './house'
import { booked, rest } from './http'
import { aLife } from './person'
import { one } from './sql'

/** An agency that is asked to forget people: see agencyHouse.ts. */

let day = 2

/** A day of the property that no other test asks for. */
export const freshDay = () => (day += 1)

/** A client with everything that a client leaves behind. */
export const life = () => aLife(property, owner, freshDay())

export const erase = (client: number, as: Staff | null = admin) =>
  rest('POST', `/clients/${client}/erase`, { as, body: {} })

/** A client with a request that awaits its answer. */
export async function openClient() {
  const day = freshDay()
  const made = await booked(property, {
    startsAt: at(day, '10:00'),
    client: { name: 'Awa Mabiala', phone: freshPhone(), email: `awa${day}@example.com` },
  })
  const { client } = await one<{ client: number }>(
    'select client_id as client from reservations where id = $1',
    [made.id],
  )
  return { ...made, client }
}
