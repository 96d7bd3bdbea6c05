import type { Reservation } from '@/payload-types'
import type { BookingFacts } from './bookingFacts'
import type { ReservationRow } from './view'

/**
 * A request as `reservationRow` would read it back, from what its hooks have just written: of the
 * statements of a booking that one cost the most. A test compares both.
 */
export function writtenReservation(
  created: Reservation,
  { client, parties, step, told }: BookingFacts,
): ReservationRow {
  if (!step || !told) throw new Error('a reservation without history or messages was written')
  const { id: propertyId, title, slug, district } = parties.property
  const { at, status, actor, reason } = step
  return {
    ...created,
    trackingVersion: parties.trackingVersion,
    statusReason: reason,
    statusNote: null,
    note: created.note ?? null,
    respondedAt: null,
    propertyId,
    clientId: client,
    property: { title, slug, district },
    client: parties.client,
    history: [{ at, status, actor, reason }],
    changes: [],
    changeCount: 0,
    messages: told,
  }
}
