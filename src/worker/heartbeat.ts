import type { Payload } from 'payload'
import { poolOf } from '@/database'

/** Each worker says that it lives, and since when it reaches no mail server; `src/pulse.ts` reads it. */
export async function beat(
  payload: Payload,
  worker: string,
  mailDownSince: Date | null,
): Promise<void> {
  await poolOf(payload).query(
    `insert into worker_heartbeats (worker, beat_at, mail_down_since) values ($1, now(), $2)
     on conflict (worker) do update set beat_at = now(), mail_down_since = $2`,
    [worker, mailDownSince],
  )
}

/** A worker that stopped on purpose is not late. Those that died long ago are forgotten with it. */
export async function leave(payload: Payload, worker: string): Promise<void> {
  await poolOf(payload).query(
    `delete from worker_heartbeats where worker = $1 or beat_at < now() - interval '1 day'`,
    [worker],
  )
}
