import { setTimeout as pause } from 'node:timers/promises'
import type { Storm } from './actors'

/** Somebody with the application's own role in SQL. What the database lets pass was not guarded. */
const ATTEMPTS: readonly (readonly [string, string])[] = [
  [
    'history rewritten',
    `update status_history set reason = 'refusee' where id = (select max(id) from status_history)`,
  ],
  ['history deleted', 'delete from status_history where id = (select max(id) from status_history)'],
  ['history emptied', 'truncate status_history cascade'],
  [
    'message rewritten',
    `update messages set text = 'autre' where id = (select max(id) from messages)`,
  ],
  ['message deleted', 'delete from messages where id = (select max(id) from messages)'],
  [
    'message called sent',
    `update messages set state = 'envoyee', sent_at = now(), server_answer = null where id = (select max(id) from messages where state <> 'envoyee')`,
  ],
  ['reservation deleted', 'delete from reservations where id = (select max(id) from reservations)'],
  ['reservation emptied', 'truncate reservations cascade'],
  [
    'promise moved',
    `update reservations set respond_by = respond_by + interval '1 day' where id = (select max(id) from reservations)`,
  ],
  [
    'reference changed',
    `update reservations set reference = 'RSV-0000-0000' where id = (select max(id) from reservations)`,
  ],
  [
    'cancelled made waiting',
    `update reservations set status = 'en_attente' where id = (select max(id) from reservations where status = 'annulee')`,
  ],
  [
    'slot given twice',
    `insert into reservations (reference, status, kind, property_id, client_id, starts_at, ends_at,
       respond_by, hold_until, source, locale, request_key, sla_minutes, updated_at, created_at)
     select 'RSV-ZZZZ-' || lpad((random() * 9999)::int::text, 4, '0'), 'en_attente', kind, property_id, client_id,
       starts_at, ends_at, respond_by, hold_until, source, locale, gen_random_uuid()::text, sla_minutes, now(), now()
     from reservations where status in ('en_attente', 'confirmee') order by id desc limit 1`,
  ],
]

/** Each attempt in a transaction that is undone: what is accepted is told, and harms nothing. */
async function attempt({ house, journal }: Storm, name: string, statement: string): Promise<void> {
  const client = await house.sql.connect()
  try {
    await client.query('begin')
    const { rowCount } = await client.query(statement)
    journal.intrusions.push({
      name,
      accepted: (rowCount ?? 0) > 0 || statement.startsWith('truncate'),
    })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    // Only a refusal of the rule counts; a killed server refused nothing.
    if (code.startsWith('23')) journal.intrusions.push({ name, accepted: false })
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release(true)
  }
}

export async function intruderActor(storm: Storm): Promise<void> {
  while (!storm.over()) {
    const [name, statement] = storm.random.pick(ATTEMPTS)
    await attempt(storm, name, statement).catch(() => undefined) // No connection: another time.
    await pause(300 + storm.random.below(500))
  }
}
