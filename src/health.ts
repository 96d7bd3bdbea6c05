import { migrations } from '@migrations'
import type { Payload } from 'payload'
import { poolOf } from '@/database'

/** What is known of the parts that must work: asked by `/readyz` and by the administrators' page. */

export type Health = 'ok' | 'degraded' | 'down'

export type HealthFacts = {
  applied: number
  /** Names of migrations that this program brings and the database lacks. */
  missing: string[]
  /** Seconds since a worker was last seen, or null when none is running. */
  beat: number | null
  waiting: number
  /** Seconds since the oldest message that is due should have left, or null. */
  overdue: number | null
  givenUp: number
  lastAccepted: Date | null
  version: string
}

const SLOW_WORKER = 60
const SLOW_MAIL = 120

/** @throws when the database cannot be used, which is an answer too */
export async function healthFacts(payload: Payload): Promise<HealthFacts> {
  const { rows } = await poolOf(payload).query<
    Omit<HealthFacts, 'applied' | 'missing'> & { names: string[] }
  >(
    `select
       coalesce((select array_agg(name::text) from payload_migrations), '{}') as names,
       (select extract(epoch from now() - max(beat_at))::int from worker_heartbeats) as beat,
       (select count(*)::int from messages where channel = 'email'
          and state in ('a_envoyer', 'echouee', 'en_cours')) as waiting,
       (select extract(epoch from now() - min(next_attempt_at))::int from messages
          where channel = 'email' and state in ('a_envoyer', 'echouee')
            and next_attempt_at <= now()) as overdue,
       (select count(*)::int from messages where state = 'abandonnee') as "givenUp",
       (select max(sent_at) from messages where state = 'envoyee') as "lastAccepted",
       current_setting('server_version') as version`,
  )
  const found = rows[0]
  if (!found) throw new Error('the health query answered no row')
  const { names, ...facts } = found
  const missing = migrations.map(({ name }) => name).filter((name) => !names.includes(name))
  return { ...facts, missing, applied: migrations.length - missing.length }
}

export const healthOf = (facts: HealthFacts, hasMailServer: boolean) => {
  const { missing, beat, overdue } = facts
  const late = overdue !== null && overdue > SLOW_MAIL
  return {
    database: 'ok',
    migrations: missing.length === 0 ? 'ok' : 'down',
    worker: beat !== null && beat <= SLOW_WORKER ? 'ok' : 'degraded',
    mail: hasMailServer && !late ? 'ok' : 'degraded',
  } satisfies Record<string, Health>
}
