import { NotFound, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'
import type { Words } from '@/domain/status'
import { note } from '@/messaging/ledger'
import { resendMessage, type ResendAnswer } from '@/messaging/resend'
import type { Limit } from '@/rateLimit'
import { localeOf, Refusal } from '@/refusal'
import { staffEndpoint } from './staffEndpoint'

const REFUSED: Record<Extract<ResendAnswer, { ok: false }>['why'], Words> = {
  impossible: {
    fr: 'Ce message ne se renvoie pas.',
    en: 'This message cannot be resent.',
  },
  sans_adresse: {
    fr: 'Donnez l’adresse à laquelle l’envoyer.',
    en: 'Give the address to send it to.',
  },
  perime: {
    fr: 'Ce message n’est plus vrai : la réservation a changé depuis.',
    en: 'This message is no longer true: the reservation has changed since.',
  },
  en_route: {
    fr: 'Ce message est déjà en route vers cette adresse.',
    en: 'This message is already on its way to this address.',
  },
}

/** Who acts, where an account has no name. */
const STAFF: Words = { fr: 'L’agence', en: 'The agency' }

const LIMIT: Limit = { name: 'renvoi', most: 10, minutes: 60 }
const ADDRESS = z.email().max(254)

/** Only what the asker may read; the answer for somebody else's is the one for none. */
async function readable(req: PayloadRequest, id: number) {
  const message = await req.payload.findByID({
    collection: 'messages',
    id,
    depth: 0,
    overrideAccess: false,
    disableErrors: true,
    req,
  })
  if (!message) throw new NotFound(req.t)
  return message
}

const byName = (req: PayloadRequest) => req.user?.name || STAFF[localeOf(req)]

export const messageEndpoints: Endpoint[] = [
  {
    /** `{ "recipient"? }`: once more, as a new row, perhaps to a corrected address. */
    path: '/:id/resend',
    method: 'post',
    handler: staffEndpoint(LIMIT, async (req, id, body) => {
      await readable(req, id)
      const locale = localeOf(req)
      const given = typeof body.recipient === 'string' ? body.recipient.trim() : ''
      const address = given ? ADDRESS.safeParse(given) : null
      if (address && !address.success)
        throw new Refusal(
          'adresse_refusee',
          { fr: 'Cette adresse est illisible.', en: 'This address cannot be read.' },
          'recipient',
          400,
          locale,
        )
      const answer = await resendMessage(req, id, address?.data ?? null, byName(req))
      if (!answer.ok) {
        const status = answer.why === 'sans_adresse' ? 400 : 409
        throw new Refusal('renvoi_refuse', REFUSED[answer.why], 'recipient', status, locale)
      }
      const doc = await readable(req, answer.id)
      const said = { fr: 'Le message part de nouveau.', en: 'The message leaves again.' }
      return Response.json({ message: said[locale], doc }, { status: 201 })
    }),
  },
  {
    /** The client was called, or met: nobody needs to reach them about this message any more. */
    path: '/:id/reached',
    method: 'post',
    handler: staffEndpoint(LIMIT, async (req, id) => {
      await readable(req, id)
      await note(req, { message: id, kind: 'jointe', by: byName(req), detail: null })
      const said = { fr: 'C’est noté.', en: 'Noted.' }
      return Response.json({ message: said[localeOf(req)] }, { status: 201 })
    }),
  },
]
