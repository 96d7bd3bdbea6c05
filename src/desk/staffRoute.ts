import type { PayloadRequest } from 'payload'
import { isAdmin, isOwner } from '@/access'
import { inTransaction } from '@/database'
import { databaseRefusal } from '@/databaseRefusal'
import type { Words } from '@/domain/status'
import type { FieldError } from '@/domain/view'
import { takeTurn, type Limit } from '@/rateLimit'
import { localeOf, Refusal } from '@/refusal'
import { bodyOf, type Body } from '@/requestBody'

/** What is wrong with several fields at once; nothing of the request is kept. */
export class Faults extends Error {
  constructor(readonly errors: FieldError[]) {
    super('refused fields')
  }
}

export type Told = { status: 200 | 201; body: object }

const WORDS = {
  login: { fr: 'Connectez-vous d’abord.', en: 'Log in first.' },
  role: {
    fr: 'Seuls les propriétaires et les administrateurs le peuvent.',
    en: 'Only owners and administrators may do this.',
  },
  unreadable: { fr: 'La demande est illisible.', en: 'The request cannot be read.' },
} satisfies Record<string, Words>

const PRIVATE = { 'Cache-Control': 'no-store' }

const refused = (status: number, errors: FieldError[], headers: Record<string, string> = {}) =>
  Response.json({ errors }, { status, headers: { ...PRIVATE, ...headers } })

const say = (req: PayloadRequest, status: number, words: Words, headers?: Record<string, string>) =>
  refused(status, [{ path: '', message: words[localeOf(req)] }], headers)

/**
 * The wrapper of every POST of owners and admins: who may, one transaction, refusals as sentences.
 * @param limit how often one person may do it to one row
 */
export async function staffRoute(
  req: PayloadRequest,
  run: (body: Body) => Promise<Told>,
  limit?: Limit,
): Promise<Response> {
  return staffAnswer(req, async () => {
    // Before the transaction: a turn is counted on a connection of its own.
    const who = `${Number(req.routeParams?.id)}:${req.user?.id}`
    const wait = limit ? (await takeTurn(req.payload, limit, who)).retryAfterSeconds : 0
    if (wait > 0) return tooMany(req, wait)
    const body = await bodyOf(req)
    if (!body) return say(req, 400, WORDS.unreadable)
    const answer = await inTransaction(req.payload, { req }, () => run(body))
    return Response.json(answer.body, { status: answer.status, headers: PRIVATE })
  })
}

function tooMany(req: PayloadRequest, seconds: number): Response {
  const minutes = Math.ceil(seconds / 60)
  const words = {
    fr: `Trop d’envois : réessayez dans ${minutes} min.`,
    en: `Too many sendings: try again in ${minutes} min.`,
  }
  return say(req, 429, words, { 'Retry-After': String(seconds) })
}

/** Who may, and refusals as sentences; for a GET, which needs no transaction. */
export async function staffAnswer(
  req: PayloadRequest,
  run: () => Promise<Response>,
): Promise<Response> {
  if (!req.user) return say(req, 401, WORDS.login)
  if (!isAdmin({ req }) && !isOwner({ req })) return say(req, 403, WORDS.role)
  try {
    return await run()
  } catch (error) {
    if (error instanceof Faults) return refused(400, error.errors)
    if (error instanceof Refusal)
      return refused(error.status, [{ path: error.path, message: error.message }])
    const refusal = databaseRefusal(error)
    if (refusal && refusal.status < 500) return say(req, refusal.status, refusal.words)
    throw error
  }
}
