import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { passwordFault } from '@/domain/password'
import { isRowId, rowsOf, sql } from '@/database'
import { fieldRefusal } from './fieldRefusal'

const LABELS = { password: { fr: 'Mot de passe', en: 'Password' } }

/**
 * A new password, however it comes, is one that is not among the first to be tried. The demo data
 * sets `context.anyPassword`, for whoever starts it chooses; no HTTP request can.
 */
export const checkPassword: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update' && operation !== 'resetPassword') return args
  const { password, email } = (args.data ?? {}) as Typed // as: a body is read as it came.
  if (typeof password !== 'string' || req.context.anyPassword === true) return args
  const account = typeof email === 'string' ? email : await emailOf(req, 'id' in args && args.id)
  const fault = passwordFault(password, account)
  if (!fault) return args
  throw fieldRefusal(req, { collection: 'users' }, LABELS, [{ path: 'password', words: fault }])
}

/** What a body may hold, before anybody has looked at it. */
type Typed = { password?: unknown; email?: unknown }

async function emailOf(req: PayloadRequest, id: unknown): Promise<string> {
  if (!isRowId(id)) return ''
  const [user] = await rowsOf<{ email: string }>(
    req,
    sql`select email from users where id = ${Number(id)}`,
  )
  return user?.email ?? ''
}
