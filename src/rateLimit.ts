import type { Payload, PayloadRequest } from 'payload'
import { poolOf, rowsOf, sql } from '@/database'

/** How often something may be done, counted in PostgreSQL for all processes together. */
export type Limit = { name: string; most: number; minutes: number }

/** Nobody waits for the disk: a crash of PostgreSQL may forget the turns of its last half second. */
const UNHURRIED = `set_config('synchronous_commit', 'off', true)`

/**
 * Takes one turn in the current window, in a transaction of its own: a request that fails
 * afterwards has still been made.
 * @param who already blinded: no address or phone number is stored
 * @returns seconds until the next turn, 0 when this one is free
 */
export async function takeTurn(
  payload: Payload,
  limit: Limit,
  who: string,
): Promise<{ retryAfterSeconds: number }> {
  const seconds = limit.minutes * 60
  const { rows } = await poolOf(payload).query<{ turns: number; wait: number }>({
    name: 'take_turn',
    text: `insert into rate_limits as r (name, who, started_at, turns)
     select $1, $2, now(), 1 from ${UNHURRIED}
     on conflict (name, who) do update set
       turns = case when r.started_at < now() - make_interval(secs => $3) then 1 else r.turns + 1 end,
       started_at = case when r.started_at < now() - make_interval(secs => $3) then now() else r.started_at end
     returning turns,
       ceil(extract(epoch from r.started_at + make_interval(secs => $3) - now()))::int as wait`,
    values: [limit.name, who, seconds],
  })
  const turn = rows[0]
  if (!turn) throw new Error('the rate limit answered no row')
  return { retryAfterSeconds: turn.turns > limit.most ? Math.max(1, turn.wait) : 0 }
}

/**
 * Gives a turn back with the request's transaction, so that two requests of one success count as
 * one; the last one taken stays.
 */
export async function returnTurn(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  { name }: Limit,
  who: string,
): Promise<void> {
  await rowsOf(
    req,
    sql`update rate_limits set turns = turns - 1 where name = ${name} and who = ${who} and turns > 1`,
  )
}

/** Seconds until the next turn, 0 while there is one; takes none, and waits for no connection. */
export async function turnsUp(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  { name, most, minutes }: Limit,
  who: string,
): Promise<number> {
  const window = sql`make_interval(mins => ${minutes})`
  const [used] = await rowsOf<{ wait: number }>(
    req,
    sql`select ceil(extract(epoch from started_at + ${window} - now()))::int as wait
        from rate_limits where name = ${name} and who = ${who} and turns >= ${most}
          and started_at > now() - ${window}`,
  )
  return used ? Math.max(1, used.wait) : 0
}
