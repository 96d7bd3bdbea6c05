import { migrations } from '@migrations'
import type { Payload } from 'payload'
import { poolOf } from '@/database'
import { stallOf, type Pulse } from '@/domain/stall'
import { pulseOf } from '@/pulse'

/** What is known of the parts that must work: asked by `/readyz` and by the administrators' page. */

export type Health = 'ok' | 'degraded' | 'down'

export type HealthFacts = {
  applied: number
  /** Names of migrations that this program brings and the database lacks. */
  missing: string[]
  waiting: number
  givenUp: number
  lastAccepted: Date | null
  /** Of PostgreSQL. */
  version: string
  pulse: Pulse
}

type Row = Omit<HealthFacts, 'applied' | 'missing' | 'pulse'> & { names: string[] }

/** @throws when the database cannot be used, which is an answer too */
export async function healthFacts(payload: Payload): Promise<HealthFacts> {
  const { rows } = await poolOf(payload).query<Row>(
    `select
       coalesce((select array_agg(name::text) from payload_migrations), '{}') as names,
       (select count(*)::int from messages where channel = 'email' and direction = 'sortant'
          and state in ('a_envoyer', 'echouee'))
         + (select count(*)::int from messages where state = 'en_cours') as waiting,
       (select count(*)::int from messages where state = 'abandonnee'
          and withdrawn_at is null) as "givenUp",
       (select max(sent_at) from messages where state = 'envoyee') as "lastAccepted",
       current_setting('server_version') as version`,
  )
  const found = rows[0]
  if (!found) throw new Error('the health query answered no row')
  const { names, ...facts } = found
  const missing = migrations.map(({ name }) => name).filter((name) => !names.includes(name))
  const pulse = await pulseOf(payload)
  return { ...facts, missing, applied: migrations.length - missing.length, pulse }
}

/** Mail is asked alone: a dead worker must not hide that messages wait as well. */
const mailStalls = (pulse: Pulse) => stallOf({ ...pulse, beat: 0, clocks: null }) !== null

export function healthOf({ missing, pulse }: HealthFacts) {
  const stall = stallOf(pulse)
  return {
    database: 'ok',
    migrations: missing.length === 0 ? 'ok' : 'down',
    worker: stall === 'worker' || stall === 'clocks' ? 'degraded' : 'ok',
    mail: !pulse.mail || mailStalls(pulse) ? 'degraded' : 'ok',
  } satisfies Record<string, Health>
}
