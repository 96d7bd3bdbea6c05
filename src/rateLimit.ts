import type { Payload, PayloadRequest } from 'payload'
import { poolOf, rowsOf, sendAndCommit, sql } from '@/database'

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
  return waitOf(limit, who, await poolOf(payload).query<Turn>(turnOf(limit, who)))
}

/**
 * The same for a request whose transaction has done nothing yet, in the journey of its first statements:
 * whatever becomes of the request, the turn is taken.
 * @returns once it is sent, so that what is sent afterwards runs after it; its answer comes later
 */
export async function takeTurnFirst(
  req: PayloadRequest,
  limit: Limit,
  who: string,
): Promise<{ answer: Promise<{ retryAfterSeconds: number }> }> {
  const { answer } = await sendAndCommit<Turn>(req, turnOf(limit, who))
  return { answer: answer.then((turn) => waitOf(limit, who, turn)) }
}

type Turn = { turns: number; wait: number }

/** Whose turns were up when this process last asked, and until when, in milliseconds since 1970. */
const up = new Map<string, number>()
const MOST_KNOWN = 10_000

/**
 * Whether the turns were up when this process last asked. It decides nothing: who was refused takes
 * the next turn alone, and costs nobody the work and the locks that would follow it.
 */
export const wasUp = ({ name }: Limit, who: string): boolean =>
  (up.get(`${name} ${who}`) ?? 0) > Date.now()

function waitOf({ name, most }: Limit, who: string, { rows: [turn] }: { rows: Turn[] }) {
  if (!turn) throw new Error('the rate limit answered no row')
  if (turn.turns <= most) return { retryAfterSeconds: 0 }
  const retryAfterSeconds = Math.max(1, turn.wait)
  if (up.size >= MOST_KNOWN) up.clear()
  up.set(`${name} ${who}`, Date.now() + retryAfterSeconds * 1_000)
  return { retryAfterSeconds }
}

const turnOf = ({ name, minutes }: Limit, who: string) => ({
  name: 'take_turn',
  text: `insert into rate_limits as r (name, who, started_at, turns)
     select $1, $2, now(), 1 from ${UNHURRIED}
     on conflict (name, who) do update set
       turns = case when r.started_at < now() - make_interval(secs => $3) then 1 else r.turns + 1 end,
       started_at = case when r.started_at < now() - make_interval(secs => $3) then now() else r.started_at end
     returning turns,
       ceil(extract(epoch from r.started_at + make_interval(secs => $3) - now()))::int as wait`,
  values: [name, who, minutes * 60],
})

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
