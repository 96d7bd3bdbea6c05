import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { isRowId } from '@/database'
import type { Locale, Words } from '@/domain/status'
import { note } from '@/messaging/ledger'
import { resendMessage, type ResendAnswer } from '@/messaging/resend'
import type { Limit } from '@/rateLimit'
import { localeOf, Refusal } from '@/refusal'
import { staffRoute } from './staffRoute'

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

const UNKNOWN: Words = { fr: 'Ce message n’existe pas.', en: 'There is no such message.' }

/** Only what the asker may read; the answer for somebody else's is the one for none. */
async function readable(req: PayloadRequest, id: unknown) {
  const message = isRowId(id)
    ? await req.payload.findByID({
        collection: 'messages',
        id: Number(id),
        depth: 0,
        overrideAccess: false,
        disableErrors: true,
        req,
      })
    : null
  if (!message) throw new Refusal('introuvable', UNKNOWN, 'id', 404, localeOf(req))
  return message
}

const byName = (req: PayloadRequest) => req.user?.name || STAFF[localeOf(req)]

/** The address to send to instead, or null for the one the message has. */
function addressOf(given: unknown, locale: Locale): string | null {
  const text = typeof given === 'string' ? given.trim() : ''
  if (!text) return null
  const address = ADDRESS.safeParse(text)
  if (address.success) return address.data
  throw new Refusal(
    'adresse_refusee',
    { fr: 'Cette adresse est illisible.', en: 'This address cannot be read.' },
    'recipient',
    400,
    locale,
  )
}

/** `{ "recipient"? }`: once more, as a new row, perhaps to a corrected address. */
const resend: Endpoint = {
  path: '/:id/resend',
  method: 'post',
  handler: (req) =>
    staffRoute(
      req,
      async (body) => {
        const { id } = await readable(req, req.routeParams?.id)
        const locale = localeOf(req)
        const answer = await resendMessage(req, id, addressOf(body.recipient, locale), byName(req))
        if (!answer.ok) {
          const status = answer.why === 'sans_adresse' ? 400 : 409
          throw new Refusal('renvoi_refuse', REFUSED[answer.why], 'recipient', status, locale)
        }
        const doc = await readable(req, answer.id)
        const said = { fr: 'Le message part de nouveau.', en: 'The message leaves again.' }
        return { status: 201, body: { message: said[locale], doc } }
      },
      LIMIT,
    ),
}

/** The client was called, or met: nobody needs to reach them about this message any more. */
const reached: Endpoint = {
  path: '/:id/reached',
  method: 'post',
  handler: (req) =>
    staffRoute(
      req,
      async () => {
        const { id } = await readable(req, req.routeParams?.id)
        await note(req, { message: id, kind: 'jointe', by: byName(req), detail: null })
        const said = { fr: 'C’est noté.', en: 'Noted.' }
        return { status: 201, body: { message: said[localeOf(req)] } }
      },
      LIMIT,
    ),
}

/** What staff do to a message that did not reach its reader. */
export const messageEndpoints: Endpoint[] = [resend, reached]
