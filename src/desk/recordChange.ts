import type { PayloadRequest } from 'payload'
import type { ChangeFacts, ChangeKind } from '@/domain/change'
import { clockOf } from '@/hooks/clock'
import { actorNameOf, actorOf } from '@/hooks/guardStatus'
import type { Reservation } from '@/payload-types'
import type { Locked } from './reservationPost'

/**
 * Alters a reservation and leaves the row that says so, first: the database refuses the alteration
 * without it.
 */
export async function recordChange(
  req: PayloadRequest,
  reservation: Locked,
  change: { kind: ChangeKind; before: ChangeFacts | null; after: ChangeFacts },
  data: Partial<Reservation>,
): Promise<Locked> {
  const number = reservation.changes + 1
  await req.payload.db.create({
    collection: 'reservation-changes',
    data: {
      reservation: reservation.id,
      number,
      ...change,
      actor: actorOf(req),
      actorName: actorNameOf(req),
      at: (await clockOf(req)).toISOString(),
    },
    returning: false,
    req,
  })
  await req.payload.update({
    collection: 'reservations',
    id: reservation.id,
    overrideAccess: true,
    depth: 0,
    req,
    data: { ...data, changes: number },
  })
  // as: what was written replaces what was read; relations were written as numbers.
  return { ...reservation, ...data, changes: number } as Locked
}
