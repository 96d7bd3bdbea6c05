import { AuthenticationError, type PayloadRequest } from 'payload'
import { rowsOf, sql, type safePostgres } from '@/database'

type Adapter = ReturnType<typeof safePostgres>

/**
 * A login adds its session, and writes nothing else. Payload writes back the whole account as it was
 * before the password was looked at: a role, a password or an end of sessions that came in between
 * would be undone, and of two logins at once one would lose its session.
 */
export function addSessionsAlone(base: Adapter): Adapter {
  const init: Adapter['init'] = (args) => {
    const adapter = base.init(args)
    const { updateOne } = adapter
    adapter.updateOne = async function (write) {
      const session = write.collection === 'users' ? openedIn(write.data) : null
      if (!session) return updateOne.call(this, write)
      // as, twice: a session is opened in a whole request, for an account as the database has it.
      await addSession(write.req as PayloadRequest, write.data as Account, session)
      return null
    }
    return adapter
  }
  return { ...base, init }
}

type Session = { id: string; createdAt: Date; expiresAt: Date }
type Account = { id: number; hash: string }

/** The session that is opened by this write: those that were read have their instants as texts. */
function openedIn({ sessions }: Record<string, unknown>): Session | null {
  const last: unknown = Array.isArray(sessions) ? sessions.at(-1) : null
  const isNew =
    typeof last === 'object' && !!last && 'createdAt' in last && last.createdAt instanceof Date
  return isNew ? (last as Session) : null // as: what Payload's addSessionToUser makes.
}

async function addSession(
  req: PayloadRequest,
  { id, hash }: Account,
  session: Session,
): Promise<void> {
  // Locked: whoever ends sessions or changes the account comes before, or finds the new session.
  const same = await rowsOf(
    req,
    sql`select 1 from users where id = ${id} and hash = ${hash} for update`,
  )
  if (same.length === 0) throw new AuthenticationError(req.t)
  await rowsOf(
    req,
    sql`delete from users_sessions where _parent_id = ${id} and expires_at <= now()`,
  )
  await rowsOf(
    req,
    sql`insert into users_sessions (_order, _parent_id, id, created_at, expires_at)
        select coalesce(max(_order), 0) + 1, ${id}::int, ${session.id}::text,
          ${session.createdAt.toISOString()}::timestamptz,
          ${session.expiresAt.toISOString()}::timestamptz
        from users_sessions where _parent_id = ${id}`,
  )
  if (isFromBrowser(req))
    await rowsOf(req, sql`insert into browser_sessions (session) values (${session.id})`)
}

/** A browser says from where a page asks; a program has no reason to (Fetch, 3.2 and 4.6). */
const isFromBrowser = ({ headers }: Partial<Pick<PayloadRequest, 'headers'>>) =>
  Boolean(headers?.get('sec-fetch-site') ?? headers?.get('origin'))

/**
 * Whether a session was opened by a program that had the password. Who sits in front of an open browser
 * can read its token and send it from anywhere.
 */
export async function isOfProgram(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  session: string | undefined,
): Promise<boolean> {
  if (!session) return false
  const opened = await rowsOf(req, sql`select 1 from browser_sessions where session = ${session}`)
  return opened.length === 0
}
