import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** The chain of the history, what is done once, and what the clock looks for. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- Each row seals the one before it in its reservation: see src/domain/chain.ts, which checks.
    create function scim_seal(
      reservation integer, previous text, step status_history
    ) returns text language sql stable as $body$
      select encode(sha256(convert_to(concat_ws(chr(10),
        'scim-history-1', coalesce(r.reference, ''), coalesce(step."from"::text, ''),
        step."to"::text, step.actor::text, coalesce(step.reason::text, ''),
        to_char(step.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        coalesce(previous, '')), 'UTF8')), 'hex')
      from (select (select reference from reservations where id = reservation)) r (reference)
    $body$;

    create function scim_chain_history() returns trigger language plpgsql as $body$
    declare
      last_id integer;
      sealed text;
    begin
      -- Whoever writes history holds the reservation's row: two writers cannot follow one step.
      perform 1 from reservations where id = new.reservation_id for no key update;
      new.previous_hash := null;
      select id, hash into last_id, new.previous_hash from status_history
        where reservation_id = new.reservation_id order by id desc limit 1;
      if last_id >= new.id then
        new.id := nextval(pg_get_serial_sequence('status_history', 'id'));
      end if;
      sealed := scim_seal(new.reservation_id, new.previous_hash, new);
      -- A restored row brings its hash along; one that does not fit was tampered with.
      if new.hash is not null and new.hash <> sealed then
        raise exception 'the hash of this step does not fit its history'
          using errcode = 'check_violation';
      end if;
      new.hash := sealed;
      return new;
    end $body$;

    -- History from before the chain is sealed as it stands.
    alter table status_history disable trigger status_history_append_only;
    do $body$
    declare
      step status_history;
      previous text;
      subject integer;
    begin
      for step in select * from status_history order by reservation_id, id loop
        if step.reservation_id is distinct from subject then
          subject := step.reservation_id;
          previous := null;
        end if;
        update status_history
          set previous_hash = previous, hash = scim_seal(subject, previous, step)
          where id = step.id returning hash into previous;
      end loop;
    end $body$;
    alter table status_history enable trigger status_history_append_only;
    create trigger status_history_chain before insert on status_history
      for each row execute function scim_chain_history();

    create function scim_guard_fingerprint() returns trigger language plpgsql as $body$
    begin
      raise exception 'the fingerprint in a message is not rewritten' using errcode = 'check_violation';
    end $body$;
    create trigger messages_guard_fingerprint before update on messages for each row
      when (new.fingerprint is distinct from old.fingerprint)
      execute function scim_guard_fingerprint();

    -- What time set off stays done: a write that read the row too early must not undo it.
    create function scim_guard_done() returns trigger language plpgsql as $body$
    begin
      raise exception 'what was done for a reservation is not undone' using errcode = 'check_violation';
    end $body$;
    create trigger reservations_guard_done before update on reservations for each row
      when (old.reminded_at is not null and new.reminded_at is distinct from old.reminded_at
        or old.late_told_at is not null and new.late_told_at is distinct from old.late_told_at
        or old.visit_reminded_at is not null
          and new.visit_reminded_at is distinct from old.visit_reminded_at
        or old.answer_minutes is not null
          and new.answer_minutes is distinct from old.answer_minutes)
      execute function scim_guard_done();

    -- One index for each thing the clock looks for: only rows for which it can still come due.
    create index reservations_to_remind on reservations (respond_by, id)
      where status = 'en_attente' and responded_at is null and reminded_at is null;
    create index reservations_to_apologise on reservations (respond_by, id)
      where status = 'en_attente' and responded_at is null and late_told_at is null;
    create index reservations_to_expire on reservations (hold_until, id)
      where status = 'en_attente' and responded_at is null;
    create index reservations_to_announce on reservations (starts_at, id)
      where status = 'confirmee' and visit_reminded_at is null;

    -- A worker that reaches no mail server says since when; mail accepted later proves it wrong.
    alter table worker_heartbeats add column mail_down_since timestamptz;
    create index messages_accepted on messages (sent_at) where state = 'envoyee';
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop index messages_accepted;
    alter table worker_heartbeats drop column mail_down_since;
    drop index reservations_to_announce;
    drop index reservations_to_expire;
    drop index reservations_to_apologise;
    drop index reservations_to_remind;
    drop trigger reservations_guard_done on reservations;
    drop function scim_guard_done();
    drop trigger messages_guard_fingerprint on messages;
    drop function scim_guard_fingerprint();
    drop trigger status_history_chain on status_history;
    drop function scim_chain_history();
    drop function scim_seal(integer, text, status_history);
  `)
}
