import { rowsOf, sql } from '@/database'
import { takeTurn, type Limit } from '@/rateLimit'
import { machineKey, sameText } from '@/secrets'
import { portalPayload } from './payload'

/** Programs that call us with a key, and the one thing each key is for. */

export type Scope = 'lire' | 'reserver'
export type Machine = { id: number; scope: Scope }

type Row = Machine & { secretVersion: number }

const PER_KEY: Limit = { name: 'cle', most: 120, minutes: 1 }

/**
 * Whose key a request bears: null where it bears none, 'unknown' where it is worth nothing.
 * @param authorization the header: `Bearer scim_…`
 */
export async function machineOf(authorization: string | null): Promise<Machine | 'unknown' | null> {
  if (!authorization || !/^bearer\s/i.test(authorization)) return null
  const key = authorization.replace(/^bearer\s+/i, '').trim()
  const id = Number(/^scim_(\d{1,9})_/.exec(key)?.[1] ?? 0)
  const payload = await portalPayload()
  const [row] = await rowsOf<Row>(
    { payload, transactionID: undefined },
    sql`select id, scope::text as scope, secret_version::int as "secretVersion" from api_keys
        where id = ${id} and enabled and secret_version > 0`,
  )
  if (!row || !sameText(key, machineKey(row))) return 'unknown'
  await rowsOf(
    { payload, transactionID: undefined },
    sql`update api_keys set last_used_at = now()
        where id = ${id} and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
  )
  return { id: row.id, scope: row.scope }
}

/** Seconds until this key may ask again; 0 when it may now. */
export async function machineTurn({ id }: Machine): Promise<number> {
  const turn = await takeTurn(await portalPayload(), PER_KEY, String(id))
  return turn.retryAfterSeconds
}
