import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { isRowId, rowsOf, sql } from '@/database'
import { normalEmail } from '@/domain/emailAddress'
import { stepUp } from './stepUp'

/** What a body may hold, before anybody has looked at it. */
type Typed = { password?: unknown; email?: unknown; proof?: unknown }

/**
 * Another password or address is another owner: whoever writes one, for themselves or a colleague,
 * says once more who they are, in `proof`. Else an open session would take the account over.
 */
export const guardAccount: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'update' || req.payloadAPI !== 'REST' || !req.user) return args
  const { proof, ...data } = (args.data ?? {}) as Typed // as: a body is read as it came.
  if (await changesHands(req, 'id' in args && args.id, data))
    await stepUp(req, req.user, { code: proof, password: proof })
  return { ...args, data }
}

async function changesHands(req: PayloadRequest, id: unknown, typed: Typed): Promise<boolean> {
  if (typed.password !== undefined && typed.password !== null) return true
  if (typed.email === undefined || !isRowId(id)) return false
  const [account] = await rowsOf<{ email: string }>(
    req,
    sql`select email from users where id = ${Number(id)}`,
  )
  return account?.email !== normalEmail(typed.email)
}
