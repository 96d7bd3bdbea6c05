import { clockOf } from '@/hooks/clock'
import { writeToClient as writeAndTell } from '@/messaging/conversation'
import type { Limit } from '@/rateLimit'
import { reservationPost } from './reservationPost'
import { wordsOf } from './words'

const LIMIT: Limit = { name: 'message-equipe', most: 30, minutes: 60 }
const SAVED = { fr: 'Message enregistré.', en: 'Message saved.' }

/** `POST /api/reservations/:id/messages` `{ "text" }`: a manager writes to the client. */
export const writeToClient = reservationPost(
  'messages',
  async ({ req, reservation, body, locale }) => {
    const text = wordsOf(body.text, locale)
    const id = await writeAndTell(req, reservation, text, await clockOf(req))
    const doc = await req.payload.findByID({
      collection: 'messages',
      id,
      depth: 0,
      overrideAccess: false,
      req,
    })
    return { status: 201, body: { message: SAVED[locale], doc } }
  },
  LIMIT,
)
