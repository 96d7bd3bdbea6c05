import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Files brought in: what was shown, what was made of it, and that it can be taken back. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table intakes (
      id serial primary key,
      kind text not null check (kind in ('biens', 'clients', 'reservations')),
      state text not null default 'essai' check (state in ('essai', 'importe', 'defait')),
      file_name text not null,
      file_hash text not null,
      -- What the dry run showed; nothing else is imported.
      plan_hash text,
      -- Why the file cannot be read at all.
      fault jsonb,
      -- The file itself, until it is imported or its dry run is forgotten.
      content bytea,
      by_user integer not null,
      by_name text not null,
      created_at timestamptz not null default now(),
      made integer, known integer, refused integer,
      imported_at timestamptz,
      undone_at timestamptz,
      undone_by text,
      undone_in xid8,
      check (state = 'essai' or content is null),
      check ((state = 'essai') = (imported_at is null)),
      check ((state = 'defait') = (undone_at is not null))
    );
    create table intake_rows (
      intake_id integer not null references intakes (id),
      line integer not null,
      record text not null check (record in ('biens', 'clients', 'reservations')),
      record_id integer not null,
      -- When the record was last written, by the import itself.
      stamp timestamptz not null,
      gone_at timestamptz,
      kept text,
      primary key (record, record_id, intake_id)
    );
    create index intake_rows_of_intake on intake_rows (intake_id, line);

    create trigger intakes_keep before delete on intakes for each row
      when (old.state <> 'essai') execute function scim_refuse_rewrite();
    create trigger intakes_no_truncate before truncate on intakes
      for each statement execute function scim_refuse_rewrite();
    create trigger intake_rows_keep before delete on intake_rows
      for each row execute function scim_refuse_rewrite();
    create trigger intake_rows_no_truncate before truncate on intake_rows
      for each statement execute function scim_refuse_rewrite();

    create function scim_guard_intake() returns trigger language plpgsql as $body$
    begin
      if (new.kind, new.file_name, new.file_hash, new.by_user, new.by_name, new.created_at)
        is distinct from
         (old.kind, old.file_name, old.file_hash, old.by_user, old.by_name, old.created_at)
        or new.state <> old.state and (old.state, new.state) not in
          (('essai', 'importe'), ('importe', 'defait'))
        or old.state <> 'essai' and (new.plan_hash, new.made, new.known, new.refused, new.imported_at)
          is distinct from (old.plan_hash, old.made, old.known, old.refused, old.imported_at)
        or old.state = 'defait' and new is distinct from old
      then
        raise exception 'what was imported is not rewritten' using errcode = 'check_violation';
      end if;
      if new.state = 'defait' then new.undone_in := pg_current_xact_id(); end if;
      return new;
    end $body$;
    create trigger intakes_guard before update on intakes
      for each row execute function scim_guard_intake();

    -- A past reservation is past, is not rewritten, and goes only with the file that brought it.
    alter table past_reservations
      add constraint past_reservations_period_not_empty check (ends_at > starts_at),
      add constraint past_reservations_are_past check (ends_at <= created_at + interval '1 minute');

    create function scim_erased(p past_reservations) returns past_reservations
    language plpgsql immutable as $body$
    begin
      p.note := null;
      return p;
    end $body$;
    create function scim_may_erase(old past_reservations, new past_reservations) returns boolean
    language sql stable as $body$
      select new is not distinct from scim_erased(old) and scim_is_erased(old.client_id)
    $body$;
    create trigger past_reservations_no_update before update on past_reservations
      for each row when (not scim_may_erase(old, new)) execute function scim_refuse_rewrite();
    create trigger past_reservations_no_truncate before truncate on past_reservations
      for each statement execute function scim_refuse_rewrite();
    create trigger past_reservations_of_living before insert on past_reservations
      for each row execute function scim_refuse_erased_client();

    create function scim_undoing(past integer) returns boolean language sql stable as $body$
      select exists (
        select 1 from intake_rows w join intakes i on i.id = w.intake_id
        where w.record = 'reservations' and w.record_id = past
          and i.undone_in = pg_current_xact_id_if_assigned())
    $body$;
    create trigger past_reservations_no_delete before delete on past_reservations
      for each row when (not scim_undoing(old.id)) execute function scim_refuse_rewrite();

    create function scim_erase_past() returns trigger language plpgsql as $body$
    begin
      update past_reservations set note = null where client_id = new.client_id and note is not null;
      return null;
    end $body$;
    create trigger erasures_past after insert on erasures
      for each row execute function scim_erase_past();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop trigger erasures_past on erasures;
    drop function scim_erase_past();
    drop trigger past_reservations_no_delete on past_reservations;
    drop function scim_undoing(integer);
    drop trigger past_reservations_of_living on past_reservations;
    drop trigger past_reservations_no_truncate on past_reservations;
    drop trigger past_reservations_no_update on past_reservations;
    drop function scim_may_erase(past_reservations, past_reservations);
    drop function scim_erased(past_reservations);
    alter table past_reservations
      drop constraint past_reservations_are_past,
      drop constraint past_reservations_period_not_empty;
    drop table intake_rows;
    drop table intakes;
    drop function scim_guard_intake();
  `)
}
