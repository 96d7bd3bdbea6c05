import type { Payload } from 'payload'
import { poolOf } from '@/database'

/** Each worker says that it lives; `/readyz` reads it. */
export async function beat(payload: Payload, worker: string): Promise<void> {
  await poolOf(payload).query(
    `insert into worker_heartbeats (worker, beat_at) values ($1, now())
     on conflict (worker) do update set beat_at = now()`,
    [worker],
  )
}

/** A worker that stopped on purpose is not late. */
export async function leave(payload: Payload, worker: string): Promise<void> {
  await poolOf(payload).query('delete from worker_heartbeats where worker = $1', [worker])
}
