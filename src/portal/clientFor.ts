import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import type { BookingRequest } from '@/domain/request'

/**
 * The record of the person who asks: the one with the same name, phone and e-mail, else a new one.
 * A stranger who knows a phone number can so never change what is known of its holder. The lock
 * waits for an erasure under way, after which the record is nobody's and a new one is made.
 */
export async function clientFor(
  req: PayloadRequest,
  request: Pick<BookingRequest, 'client' | 'locale'>,
): Promise<number> {
  const { name, phone, email } = request.client
  const [known] = await rowsOf<{ id: number }>(
    req,
    sql`select id from clients
        where phone = ${phone} and name = ${name} and email is not distinct from ${email}
        order by id limit 1 for key share`,
  )
  if (known) return known.id
  const { payload } = req
  const created = await payload.create({
    collection: 'clients',
    overrideAccess: true,
    depth: 0,
    req,
    data: { name, phone, email, locale: request.locale },
  })
  return Number(created.id)
}
