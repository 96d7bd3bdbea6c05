import type { Endpoint, PayloadRequest } from 'payload'
import { parseRequest, type BookingRequest } from '@/domain/request'
import { env } from '@/env'
import { book, TooManyUnanswered } from '@/portal/book'
import { receiptOf, reservationRow } from '@/portal/view'
import { placeRefusal } from '@/placeRefusal'
import { localeOf, Refusal } from '@/refusal'
import { Faults, staffRoute } from './staffRoute'

/**
 * A request that came by phone, through the door of all others. With `confirm` it is confirmed in
 * the same transaction; without, the promise runs as for anybody.
 */
export const takeCall: Endpoint = {
  path: '/call',
  method: 'post',
  handler: (req) =>
    staffRoute(req, async (body) => {
      const parsed = parseRequest(body, { country: env.country })
      if ('errors' in parsed) throw new Faults(parsed.errors)
      const { request } = parsed
      await checkProperty(req, request)
      const reference = await bookCall(req, request)
      const row = await reservationRow(req, { reference })
      if (!row) throw new Error('a reservation just written cannot be read')
      if (body.confirm === true && row.status === 'en_attente')
        await req.payload.update({
          collection: 'reservations',
          id: row.id,
          overrideAccess: true,
          depth: 0,
          req,
          data: { status: 'confirmee' },
        })
      const after = (await reservationRow(req, { reference })) ?? row
      return { status: 201, body: { id: row.id, ...receiptOf(after, localeOf(req), new Date()) } }
    }),
}

async function bookCall(req: PayloadRequest, request: BookingRequest): Promise<string> {
  const locale = localeOf(req)
  try {
    const booked = await book(req, request, { source: 'telephone' })
    if (booked.status !== 422) return booked.body.reservation.reference
  } catch (error) {
    if (!(error instanceof TooManyUnanswered)) throw error
    throw new Refusal(
      'trop_de_demandes',
      {
        fr: 'Trois demandes de ce numéro attendent déjà une réponse : répondez d’abord à l’une d’elles.',
        en: 'Three requests of this number await an answer already: answer one of them first.',
      },
      'client.phone',
      429,
      locale,
    )
  }
  throw new Refusal(
    'deja_reserve',
    {
      fr: 'Cette demande est déjà enregistrée avec un autre contenu : rechargez la page.',
      en: 'This request was recorded already with another content: reload the page.',
    },
    'requestKey',
    409,
    locale,
  )
}

/** An owner books for their own properties alone; another's is as unknown as none. */
async function checkProperty(req: PayloadRequest, { property }: BookingRequest): Promise<void> {
  const { totalDocs } = await req.payload.count({
    collection: 'properties',
    where:
      typeof property === 'number' ? { id: { equals: property } } : { slug: { equals: property } },
    overrideAccess: false,
    user: req.user,
    req,
  })
  if (totalDocs === 0) throw placeRefusal('lien_inconnu', localeOf(req))
}
