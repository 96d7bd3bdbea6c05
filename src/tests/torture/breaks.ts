import { setTimeout as pause } from 'node:timers/promises'
import type { Storm } from './actors'

/** Controls: each takes one protection away, and its line of the table must turn red. */

type Control = {
  /** The line of the table that must turn red. */
  promise: string
  /** Done once, before the storm. */
  sql?: string
  /** Done again and again while it lasts, past every trigger. */
  again?: string
}

const nothingOf = (table: string, condition: string) => `
  create function torture_drop() returns trigger language plpgsql as $$ begin return null; end $$;
  create trigger aaa_torture before insert on ${table}
    for each row when (${condition}) execute function torture_drop();`

export const BREAKS = {
  'slot-guard': {
    promise: 'one winner per slot',
    sql: `alter table reservations drop constraint reservations_one_appointment;
      alter table reservations drop constraint reservations_one_stay;`,
    // The lock in front of the constraint still holds, so the second winner comes from beside it.
    again: `insert into reservations (reference, status, kind, property_id, client_id, starts_at,
        ends_at, respond_by, hold_until, source, locale, request_key, sla_minutes, updated_at, created_at)
      select 'RSV-ZZZZ-' || lpad((random() * 9999)::int::text, 4, '0'), 'en_attente', kind, property_id,
        client_id, starts_at, ends_at, respond_by, hold_until, source, locale, gen_random_uuid()::text,
        sla_minutes, now(), now()
      from reservations where status in ('en_attente', 'confirmee') order by id desc limit 1`,
  },
  'append-only': {
    promise: 'nothing is rewritten, deleted or emptied in SQL',
    sql: `alter table status_history disable trigger user;
      alter table messages disable trigger user;`,
  },
  replay: {
    promise: 'the same key, the same bytes',
    sql: `create function torture_forget() returns trigger language plpgsql as $$
        begin new.body = replace(new.body, 'En attente', 'En suspens'); return new; end $$;
      create trigger aaa_torture before update on request_answers
        for each row execute function torture_forget();`,
  },
  history: {
    promise: 'history complete, legal and gapless',
    sql: nothingOf('status_history', 'new."from" is not null'),
  },
  half: {
    promise: 'no half booking',
    sql: nothingOf('messages', `new.template = 'nouvelle_demande'`),
  },
  lost: {
    promise: 'no acknowledged booking lost',
    again: `delete from reservations where id = (select max(id) from reservations)`,
  },
  edit: {
    promise: 'no lost edit between two people',
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
  liar: { promise: 'called sent only with a 250' },
} as const satisfies Record<string, Control>

export type Break = keyof typeof BREAKS
export const isBreak = (name: string): name is Break => Object.hasOwn(BREAKS, name)

export async function takeAway(storm: Storm, name: Break): Promise<void> {
  const control: Control = BREAKS[name]
  if (control.sql) await storm.house.sql.query(control.sql)
}

/** Sabotage that goes on; the session's role skips every trigger and foreign key. */
export async function saboteurActor(storm: Storm, name: Break): Promise<void> {
  const { again }: Control = BREAKS[name]
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
