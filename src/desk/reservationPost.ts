import type { Endpoint, PayloadRequest } from 'payload'
import { lockReservation } from '@/rowLocks'
import type { Locale } from '@/domain/status'
import type { ReservationFacts } from '@/messaging/facts'
import type { Reservation } from '@/payload-types'
import { localeOf, Refusal } from '@/refusal'
import { staffRoute, type Body } from './staffRoute'

/** A reservation as it stands under its lock. */
export type Locked = Omit<Reservation, 'property' | 'client'> &
  ReservationFacts & { property: number; client: number; changes: number; createdAt: string }

export type Act = (input: {
  req: PayloadRequest
  reservation: Locked
  body: Body
  locale: Locale
}) => Promise<void>

/**
 * A POST that acts on one reservation. The row is locked before it is read, and read with the
 * asker's own rights: somebody else's reservation is no reservation.
 */
export function reservationPost(action: string, act: Act): Endpoint {
  return {
    path: `/:id/${action}`,
    method: 'post',
    handler: (req) =>
      staffRoute(req, async (body) => {
        const reservation = await lockedReservation(req)
        await act({ req, reservation, body, locale: localeOf(req) })
        return { status: 200, body: { reservation: { id: reservation.id } } }
      }),
  }
}

async function lockedReservation(req: PayloadRequest): Promise<Locked> {
  const id = Number(req.routeParams?.id)
  const known = Number.isSafeInteger(id) && id > 0 && id <= 2_147_483_647
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
