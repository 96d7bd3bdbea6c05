import type { PayloadRequest } from 'payload'
import { queueNotices } from './queueNotices'

type Reservation = Parameters<typeof queueNotices>[2]

/** The client writes on a reservation: the words are kept, and the owners hear of them. */
export async function receiveMessage(
  req: PayloadRequest,
  reservation: Reservation,
  text: string,
  now: Date,
): Promise<void> {
  await req.payload.db.create({
    collection: 'messages',
    data: {
      reservation: reservation.id,
      direction: 'entrant',
      channel: 'espace',
      audience: 'equipe',
      subject: null,
      text,
      state: 'publiee',
      attempts: 0,
      unknownOutcome: false,
      createdAt: now.toISOString(),
    },
    returning: false,
    req,
  })
  await queueNotices(req, 'message_du_client', reservation, now, text)
}
