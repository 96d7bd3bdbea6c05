import type { CollectionBeforeOperationHook } from 'payload'
import { lockReservation } from '@/database'
import { localeOf, Refusal } from '@/refusal'

/** Before Payload reads the row it is going to rewrite. A bulk update carries no id: refused. */
export const lockRow: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'update') return args
  const id = 'id' in args ? args.id : undefined
  if (typeof id !== 'number' && typeof id !== 'string')
    throw new Refusal(
      'en_bloc',
      {
        fr: 'Les réservations se traitent une par une.',
        en: 'Reservations are dealt with one by one.',
      },
      'id',
      400,
      localeOf(req),
    )
  await lockReservation(req, id)
  return args
}
