import { setTimeout as pause } from 'node:timers/promises'
import type { Storm } from './actors'
import { TWO_BUILDS } from './faults'
import type { Journal } from './journal'

/** Controls: each takes one protection away, and its line of the table must turn red. */

type Control = {
  /** The line of the table that must turn red. */
  promise: string
  /** Lines that the same loss breaks by its nature. */
  also?: readonly string[]
  /** Done once, before the storm. */
  sql?: string
  /** Done again and again while it lasts, past every trigger. */
  again?: string
  /** The fault that it shows in, to be the first. */
  fault?: string
  /** The storm lasts until then, for a busy machine may not get there in its time. */
  tried?: (journal: Journal) => boolean
  /** It shows while servers are replaced, not in the storm. */
  upgrade?: boolean
}

const nothingOf = (table: string, condition: string) => `
  create function torture_drop() returns trigger language plpgsql as $$ begin return null; end $$;
  create trigger aaa_torture before insert on ${table}
    for each row when (${condition}) execute function torture_drop();`

/** A reservation from beside the house, at the time of the newest. */
const planted = (status: string, source: string) => `
  insert into reservations (reference, status, kind, property_id, client_id, starts_at, ends_at,
    respond_by, hold_until, source, locale, request_key, sla_minutes, updated_at, created_at)
  select 'RSV-ZZZZ-' || lpad((random() * 9999)::int::text, 4, '0'), ${status}, kind, property_id,
    client_id, starts_at, ends_at, respond_by, hold_until, ${source}, locale,
    gen_random_uuid()::text, sla_minutes, now(), now()
  from reservations where status in ('en_attente', 'confirmee') order by id desc limit 1`

const GUARDED = 'nothing is rewritten, deleted or emptied in SQL'
const HISTORY = 'history complete, legal and gapless'

export const BREAKS = {
  'slot-guard': {
    promise: 'one winner per slot',
    // The intruder gives slots twice as well, and what is planted has no history.
    also: [GUARDED, HISTORY],
    sql: `alter table reservations drop constraint reservations_one_appointment;
      alter table reservations drop constraint reservations_one_stay;`,
    // The lock in front of the constraint still holds, so the second winner comes from beside it.
    again: planted('status', `'telephone'`),
  },
  'append-only': {
    promise: GUARDED,
    sql: `alter table status_history disable trigger status_history_append_only;
      alter table status_history disable trigger status_history_no_update;
      alter table status_history disable trigger status_history_no_truncate;
      alter table messages disable trigger messages_no_delete;
      alter table messages disable trigger messages_guard;`,
  },
  replay: {
    promise: 'the same key, the same bytes',
    sql: `create function torture_forget() returns trigger language plpgsql as $$
        begin new.body = replace(new.body, 'En attente', 'En suspens'); return new; end $$;
      create trigger aaa_torture before update on request_answers
        for each row execute function torture_forget();`,
  },
  history: {
    promise: HISTORY,
    // A confirmation was told that no history knows of.
    also: ['no message of a rolled-back event'],
    sql: nothingOf('status_history', 'new."from" is not null'),
  },
  half: {
    promise: 'no half booking',
    sql: nothingOf('messages', `new.template = 'nouvelle_demande'`),
  },
  lost: {
    promise: 'no acknowledged booking lost',
    // Its messages stay behind.
    also: ['no message of a rolled-back event', 'no booking confirmed on a page lost'],
    again: `delete from reservations where id = (select max(id) from reservations)`,
  },
  phantom: {
    promise: 'no phantom: every booking was asked for',
    also: ['no half booking', HISTORY],
    again: planted(`'annulee'`, `'api'`),
  },
  race: {
    promise: 'one decision per race',
    also: [HISTORY, 'every decision told its client once'],
    again: `insert into status_history (reservation_id, "from", "to", actor, at, previous_hash, hash,
        updated_at, created_at)
      select reservation_id, "from", "to", actor, now(), encode(sha256(random()::text::bytea), 'hex'),
        encode(sha256(random()::text::bytea), 'hex'), now(), now()
      from status_history where "from" is not null order by id desc limit 1`,
  },
  told: {
    promise: 'every decision told its client once',
    sql: nothingOf('messages', `new.template = 'confirmation'`),
  },
  edit: {
    promise: 'no lost edit between two people',
    tried: ({ edits }) => edits.length > 2,
    sql: `create function torture_edit() returns trigger language plpgsql as $$
        begin new.price = old.price; return new; end $$;
      create trigger aaa_torture before update on properties
        for each row execute function torture_edit();`,
  },
  double: {
    promise: 'a mail is doubled only after an unknown outcome',
    again: `update messages set state = 'a_envoyer', next_attempt_at = now(), sent_at = null
      where id = (select max(id) from messages where state = 'envoyee')`,
  },
  silent: {
    promise: 'no mail lost',
    again: `update messages set state = 'abandonnee', last_error = null
      where id = (select max(id) from messages where state = 'a_envoyer' and channel = 'email')`,
  },
  /** The mail server says 250 and forgets: see openHouse. */
  liar: { promise: 'called sent only with a 250' },
  /** The other build has another secret: see openHouse. */
  form: { promise: 'a form of one build is taken by the other', fault: TWO_BUILDS },
  /** The two share no `.data`: see openHouse. */
  file: { promise: 'files of one build are had from the other', fault: TWO_BUILDS },
  /** Servers are killed instead of asked to stop. */
  abrupt: { promise: 'no request without an answer', upgrade: true },
} as const satisfies Record<string, Control>

export type Break = keyof typeof BREAKS
export const isBreak = (name: string): name is Break => Object.hasOwn(BREAKS, name)
export const controlOf = (name: Break): Control => BREAKS[name]

export async function takeAway(storm: Storm, name: Break): Promise<void> {
  const { sql } = controlOf(name)
  if (sql) await storm.house.sql.query(sql)
}

/** Sabotage that goes on; the session's role skips every trigger and foreign key. */
export async function saboteurActor(storm: Storm, name: Break): Promise<void> {
  const { again } = controlOf(name)
  while (again && !storm.over()) {
    await pause(1_500)
    const client = await storm.house.sql.connect().catch(() => null) // The server may be down now.
    if (!client) continue
    await client
      .query(`set session_replication_role = replica; ${again}; reset session_replication_role`)
      .catch(() => undefined)
    client.release(true)
  }
}
