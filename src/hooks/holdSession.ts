import { Forbidden, type CollectionBeforeOperationHook } from 'payload'
import { lockRowOf, rowsOf, sql } from '@/database'
import { currentSession } from './endSessions'

/**
 * Payload reads the sessions of an account and writes them back: without the lock a refresh would
 * open again those that were ended in between, its own too.
 */
export const holdSession: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'refresh' || !req.user) return args
  await lockRowOf(req, 'users', req.user.id)
  const open = await rowsOf(
    req,
    sql`select 1 from users_sessions where id = ${currentSession(req) ?? null}`,
  )
  if (open.length === 0) throw new Forbidden(req.t)
  return args
}
