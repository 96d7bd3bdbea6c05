import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { isRowId, rowsOf, sql } from '@/database'
import { normalEmail } from '@/domain/emailAddress'
import { factorOf } from '@/secondFactor'
import { isOfProgram } from '@/sessionWrites'
import { currentSession } from './endSessions'
import { stepUp } from './stepUp'

/** What a body may hold, before anybody has looked at it. */
type Typed = { password?: unknown; email?: unknown; role?: unknown; proof?: unknown }

/**
 * Another password or address is another owner, and another administrator may do everything: whoever
 * writes one, for themselves or a colleague, says once more who they are, in `proof`. Else a browser
 * left open would take the house over. A program that logged in by itself and brings its token in a
 * header is asked only for a code.
 */
export const guardAccount: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const writes = operation === 'create' || operation === 'update'
  if (!writes || req.payloadAPI !== 'REST' || !req.user) return args
  const { proof, ...data } = (args.data ?? {}) as Typed // as: a body is read as it came.
  const grants =
    operation === 'create'
      ? data.role === 'admin'
      : await changesHands(req, 'id' in args && args.id, data)
  if (grants && (await mustProve(req, req.user.id)))
    await stepUp(req, req.user, { code: proof, password: proof })
  return { ...args, data }
}

const mustProve = async (req: PayloadRequest, user: number) =>
  !/^(JWT|Bearer) /.test(req.headers.get('authorization') ?? '') ||
  !(await isOfProgram(req, currentSession(req))) ||
  (await factorOf(req, user)) !== null

async function changesHands(req: PayloadRequest, id: unknown, typed: Typed): Promise<boolean> {
  if (typed.password !== undefined && typed.password !== null) return true
  if ((typed.email === undefined && typed.role !== 'admin') || !isRowId(id)) return false
  const [account] = await rowsOf<{ email: string; role: string }>(
    req,
    sql`select email, role from users where id = ${Number(id)}`,
  )
  if (typed.role === 'admin' && account?.role !== 'admin') return true
  return typed.email !== undefined && account?.email !== normalEmail(typed.email)
}
