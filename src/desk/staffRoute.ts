import type { PayloadRequest } from 'payload'
import { isAdmin, isOwner } from '@/access'
import { inTransaction } from '@/database'
import { databaseRefusal } from '@/databaseRefusal'
import type { Words } from '@/domain/status'
import type { FieldError } from '@/domain/view'
import { localeOf, Refusal } from '@/refusal'

/** What is wrong with several fields at once; nothing of the request is kept. */
export class Faults extends Error {
  constructor(readonly errors: FieldError[]) {
    super('refused fields')
  }
}

export type Body = { [name: string]: unknown }

const WORDS = {
  login: { fr: 'Connectez-vous d’abord.', en: 'Log in first.' },
  role: {
    fr: 'Seuls les propriétaires et les administrateurs le peuvent.',
    en: 'Only owners and administrators may do this.',
  },
  unreadable: { fr: 'La demande est illisible.', en: 'The request cannot be read.' },
} satisfies Record<string, Words>

const PRIVATE = { 'Cache-Control': 'no-store' }

const refused = (status: number, errors: FieldError[]) =>
  Response.json({ errors }, { status, headers: PRIVATE })

async function bodyOf(req: PayloadRequest): Promise<Body | null> {
  try {
    const body: unknown = await req.json?.()
    // as: any object can be asked for any name; what is found is checked by whoever reads it.
    return typeof body === 'object' && body !== null ? (body as Body) : null
  } catch {
    return null // Not JSON: the caller says so.
  }
}

/** The wrapper of every POST of owners and admins: who may, one transaction, refusals as sentences. */
export async function staffRoute(
  req: PayloadRequest,
  run: (body: Body) => Promise<{ status: 200 | 201; body: object }>,
): Promise<Response> {
  return staffAnswer(req, async () => {
    const body = await bodyOf(req)
    if (!body) return say(req, 400, WORDS.unreadable)
    const answer = await inTransaction(req.payload, { req }, () => run(body))
    return Response.json(answer.body, { status: answer.status, headers: PRIVATE })
  })
}

const say = (req: PayloadRequest, status: number, words: Words) =>
  refused(status, [{ path: '', message: words[localeOf(req)] }])

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
