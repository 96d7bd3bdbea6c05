import { APIError, type Endpoint } from 'payload'
import { inTransaction, isRowId } from '@/database'
import { lockReservation } from '@/rowLocks'
import { hashOf, trackingToken } from '@/secrets'

/**
 * `POST /api/reservations/:id/revoke-link`, for those who may decide on the reservation: every
 * tracking link sent so far, and every device that used one, opens it no more. The client gets in
 * again by the reference and the contact, or by e-mail.
 */
export const revokeLink: Endpoint = {
  path: '/:id/revoke-link',
  method: 'post',
  handler: async (req) => {
    const id = Number(req.routeParams?.id)
    if (!req.user || !isRowId(req.routeParams?.id)) throw new APIError('Not found', 404)
    const { user } = req
    return inTransaction(req.payload, { user }, async (inner) => {
      await lockReservation(inner, id)
      const reservation = await inner.payload.findByID({
        collection: 'reservations',
        id,
        depth: 0,
        disableErrors: true,
        overrideAccess: false,
        showHiddenFields: true,
        req: inner,
      })
      if (!reservation) throw new APIError('Not found', 404)
      const trackingVersion = (reservation.trackingVersion ?? 1) + 1
      const link = { reference: reservation.reference, trackingVersion }
      await inner.payload.db.updateOne({
        collection: 'reservations',
        id,
        data: { trackingVersion, trackingHash: hashOf(trackingToken(link)) },
        req: inner,
      })
      return Response.json({ revoked: true, trackingVersion })
    })
  },
}
