import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import type { BookingRequest } from '@/domain/request'

type Asker = Pick<BookingRequest, 'client' | 'locale'>

/**
 * Two parts of a `with`: `known` the record there is, `made` the one written when there is none.
 * @param may a condition in SQL without which none is written
 */
export const clientParts = (
  { client: { name, phone, email }, locale }: Asker,
  may = sql`true`,
) => sql`
  known as (
    select id from clients
    where phone = ${phone} and name = ${name} and email is not distinct from ${email}
    order by id limit 1 for key share),
  made as (
    insert into clients (name, phone, email, locale)
    select ${name}, ${phone}, ${email}, ${locale}::enum_clients_locale
    where not exists (select 1 from known) and ${may} returning id)`

export const clientId = sql`coalesce((select id from known), (select id from made))`

/**
 * The record of the person who asks: the one with the same name, phone and e-mail, else a new one.
 * A stranger who knows a phone number can so never change what is known of its holder. The lock
 * waits for an erasure under way, after which the record is nobody's and a new one is made.
 */
export async function clientFor(req: PayloadRequest, asker: Asker): Promise<number> {
  const [row] = await rowsOf<{ id: number }>(
    req,
    sql`with ${clientParts(asker)} select ${clientId} as id`,
  )
  if (!row) throw new Error('a client that was neither found nor written')
  return row.id
}
