import { NotFound, type Endpoint } from 'payload'
import { lockReservation } from '@/rowLocks'
import { clockOf } from '@/hooks/clock'
import { writeToClient } from '@/messaging/conversation'
import type { Limit } from '@/rateLimit'
import { localeOf, Refusal } from '@/refusal'
import { staffEndpoint } from './staffEndpoint'

const LIMIT: Limit = { name: 'message-equipe', most: 30, minutes: 60 }
const LONGEST = 2000

/** `POST /api/reservations/:id/messages` `{ "text" }`: a manager writes to the client. */
export const writeToClientEndpoint: Endpoint = {
  path: '/:id/messages',
  method: 'post',
  handler: staffEndpoint(LIMIT, async (req, id, body) => {
    await lockReservation(req, id)
    const reservation = await req.payload.findByID({
      collection: 'reservations',
      id,
      depth: 0,
      joins: false,
      overrideAccess: false,
      disableErrors: true,
      req,
    })
    if (!reservation) throw new NotFound(req.t)
    const text = readText(body.text)
    if (!text)
      throw new Refusal(
        'texte_refuse',
        {
          fr: `Écrivez de 1 à ${LONGEST} caractères.`,
          en: `Write 1 to ${LONGEST} characters.`,
        },
        'text',
        400,
        localeOf(req),
      )
    const message = await writeToClient(req, reservation, text, await clockOf(req))
    const doc = await req.payload.findByID({
      collection: 'messages',
      id: message,
      depth: 0,
      overrideAccess: false,
      req,
    })
    return Response.json({ message: SENT[localeOf(req)], doc }, { status: 201 })
  }),
}

const SENT = { fr: 'Message enregistré.', en: 'Message saved.' }

function readText(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = value
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
  const length = [...text].length
  return length > 0 && length <= LONGEST ? text : null
}
