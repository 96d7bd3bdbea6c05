import type { CollectionBeforeDeleteHook } from 'payload'
import { rowsOf, sql } from '@/database'
import { localeOf, Refusal } from '@/refusal'

/** A property that was ever asked for stays: its reservations tell of it. */
export const keepBookedProperty: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const booked = await rowsOf(
    req,
    sql`select 1 from reservations where property_id = ${Number(id)}
        union all select 1 from past_reservations where property_id = ${Number(id)} limit 1`,
  )
  if (booked.length > 0)
    throw new Refusal(
      'deja_reserve',
      {
        fr: 'Ce bien a des réservations : passez-le en brouillon au lieu de le supprimer.',
        en: 'This property has reservations: make it a draft instead of deleting it.',
      },
      'id',
      409,
      localeOf(req),
    )
}
