import {
  Forbidden,
  type CollectionAfterLogoutHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload'
import { rowsOf, sql } from '@/database'
import { lockRowOf } from '@/rowLocks'
import { keptPasswordToken } from '@/secrets'
import { currentSession } from './endSessions'

/**
 * Payload reads an account and writes it back whole: without the lock a refresh would open again the
 * sessions that were ended in between, its own too, and one link would set two passwords at once.
 */
export const holdSession: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation === 'resetPassword' && typeof args.data?.token === 'string') {
    // In place: Payload has taken the data out of the arguments already.
    args.data.token = keptPasswordToken(args.data.token)
    await lockByLink(req, args.data.token)
  }
  if (operation !== 'refresh' || !req.user) return args
  await lockRowOf(req, 'users', req.user.id)
  await insistOnSession(req)
  return args
}

/** After a wait for a lock: who asked may have been logged out by whoever held it. */
export async function insistOnSession(req: PayloadRequest): Promise<void> {
  const open = await rowsOf(
    req,
    sql`select 1 from users_sessions where id = ${currentSession(req) ?? null}`,
  )
  if (open.length === 0) throw new Forbidden(req.t)
}

async function lockByLink(req: PayloadRequest, token: string): Promise<void> {
  await rowsOf(req, sql`select 1 from users where reset_password_token = ${token} for update`)
}

/** The same for a logout, which Payload begins with this hook. */
export const holdLogout: CollectionAfterLogoutHook = async ({ req }) => {
  if (req.user) await lockRowOf(req, 'users', req.user.id)
}
