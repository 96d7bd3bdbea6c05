import { Forbidden, NotFound, type PayloadHandler, type PayloadRequest } from 'payload'
import { isAdmin, isOwner } from '@/access'
import { inTransaction } from '@/database'
import { takeTurn, type Limit } from '@/rateLimit'
import { localeOf, Refusal } from '@/refusal'

type Body = Record<string, unknown>

/**
 * An act of a manager on one document, in one transaction: 403 for everybody else, 404 for what is
 * not theirs. What it throws becomes Payload's own error shape.
 * @param limit how often one person may do it to one document
 */
export function staffEndpoint(
  limit: Limit,
  act: (req: PayloadRequest, id: number, body: Body) => Promise<Response>,
): PayloadHandler {
  return async (req) => {
    if (!isAdmin({ req }) && !isOwner({ req })) throw new Forbidden(req.t)
    const id = Number(req.routeParams?.id)
    if (!Number.isSafeInteger(id) || id < 1 || id > 2_147_483_647) throw new NotFound(req.t)
    // Before the transaction: a turn is counted on a connection of its own.
    const turn = await takeTurn(req.payload, limit, `${id}:${req.user?.id}`)
    if (turn.retryAfterSeconds > 0) throw tooMany(req, turn.retryAfterSeconds)
    const body = await bodyOf(req)
    return inTransaction(
      req.payload,
      { user: req.user ?? undefined, req: { i18n: req.i18n, t: req.t } },
      (inside) => act(inside, id, body),
    )
  }
}

function tooMany(req: PayloadRequest, seconds: number): Refusal {
  req.responseHeaders = new Headers({ 'Retry-After': String(seconds) })
  const minutes = Math.ceil(seconds / 60)
  return new Refusal(
    'trop_de_demandes',
    {
      fr: `Trop d’envois : réessayez dans ${minutes} min.`,
      en: `Too many sendings: try again in ${minutes} min.`,
    },
    '',
    429,
    localeOf(req),
  )
}

async function bodyOf(req: PayloadRequest): Promise<Body> {
  try {
    const body: unknown = await req.json?.()
    return typeof body === 'object' && body !== null ? (body as Body) : {} // as: an object's fields.
  } catch {
    return {} // A body that cannot be read has no fields: each act says which it misses.
  }
}
