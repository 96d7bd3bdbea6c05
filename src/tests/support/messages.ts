import { ledgerOf } from '@/messaging/ledger'
import { aProperty, freshPhone, house } from './house'
import { booked, type Body } from './http'
import { postponeAll } from './outbox'
import { one } from './sql'

let people = 0

/** A booking by a client with an address of their own; none of its mails is due yet. */
export async function aBooking(owners: number[] = [], changes: Body = {}) {
  people += 1
  const client = { name: 'Awa Mabiala', phone: freshPhone(), email: `awa-${people}@example.com` }
  const property = await aProperty({ owners })
  const made = await booked(property, { client, ...changes })
  await postponeAll()
  return { ...made, client, property }
}

/** The latest message of a reservation from one template, resent ones left out. */
export const messageOf = async (reservation: number, template: string) =>
  (
    await one<{ id: number }>(
      `select id from messages where reservation_id = $1 and template = $2
         and resent_from_id is null order by id desc limit 1`,
      [reservation, template],
    )
  ).id

/** The ledger of a message: kind, attempt and detail of each entry. */
export async function kindsOf(id: number) {
  const payload = await house()
  const entries = await ledgerOf({ payload, transactionID: undefined }, id)
  return entries.map(({ kind, attempt, detail }) => [kind, attempt, detail])
}
