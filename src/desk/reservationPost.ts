import type { Endpoint, PayloadRequest } from 'payload'
import { isRowId } from '@/database'
import type { Locale } from '@/domain/status'
import type { ReservationFacts } from '@/messaging/facts'
import type { Reservation } from '@/payload-types'
import type { Limit } from '@/rateLimit'
import { localeOf, Refusal } from '@/refusal'
import type { Body } from '@/requestBody'
import { lockReservation } from '@/rowLocks'
import { staffRoute, type Told } from './staffRoute'

/** A reservation as it stands under its lock. */
export type Locked = Omit<Reservation, 'property' | 'client'> &
  ReservationFacts & { property: number; client: number; changes: number; createdAt: string }

export type Act = (input: {
  req: PayloadRequest
  reservation: Locked
  body: Body
  locale: Locale
}) => Promise<Told | void>

/**
 * A POST that acts on one reservation. The row is locked before it is read, and read with the
 * asker's own rights: somebody else's reservation is no reservation. An act with nothing to tell
 * answers the reservation's id.
 */
export function reservationPost(action: string, act: Act, limit?: Limit): Endpoint {
  return {
    path: `/:id/${action}`,
    method: 'post',
    handler: (req) =>
      staffRoute(
        req,
        async (body) => {
          const reservation = await lockedReservation(req)
          const told = await act({ req, reservation, body, locale: localeOf(req) })
          return told ?? { status: 200, body: { reservation: { id: reservation.id } } }
        },
        limit,
      ),
  }
}

async function lockedReservation(req: PayloadRequest): Promise<Locked> {
  const id = Number(req.routeParams?.id)
  const known = isRowId(id)
  if (known) await lockReservation(req, id)
  const reservation = known
    ? await req.payload.findByID({
        collection: 'reservations',
        id,
        depth: 0,
        overrideAccess: false,
        user: req.user,
        disableErrors: true,
        joins: false,
        req,
      })
    : null
  if (!reservation)
    throw new Refusal(
      'introuvable',
      { fr: 'Cette réservation n’existe pas.', en: 'There is no such reservation.' },
      'id',
      404,
      localeOf(req),
    )
  // as: depth 0 leaves relations as numbers.
  return { ...reservation, changes: reservation.changes ?? 0 } as Locked
}
