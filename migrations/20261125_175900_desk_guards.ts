import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Staff may alter a request only together with the row that says who, when and from what to what. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create unique index reservation_changes_number on reservation_changes (reservation_id, number);
    create trigger reservation_changes_append_only before update or delete on reservation_changes
      for each row execute function scim_refuse_rewrite();
    create trigger reservation_changes_no_truncate before truncate on reservation_changes
      for each statement execute function scim_refuse_rewrite();

    create function scim_change_recorded(reservation integer, change numeric, what text)
    returns boolean language sql stable as $body$
      select exists (
        select 1 from reservation_changes
        where reservation_id = reservation and number = change and kind::text = what
      )
    $body$;

    create or replace function scim_guard_reservation() returns trigger language plpgsql as $body$
    begin
      if (new.reference, new.request_key, new.kind, new.property_id, new.note, new.locale,
          new.source, new.respond_by, new.sla_minutes, new.created_at)
        is distinct from
         (old.reference, old.request_key, old.kind, old.property_id, old.note, old.locale,
          old.source, old.respond_by, old.sla_minutes, old.created_at)
      then
        raise exception 'the request and its promise are not rewritten'
          using errcode = 'check_violation';
      end if;
      if coalesce(new.changes, 0) <> coalesce(old.changes, 0)
        and (coalesce(new.changes, 0) <> coalesce(old.changes, 0) + 1 or not exists (
          select 1 from reservation_changes
          where reservation_id = new.id and number = new.changes))
      then
        raise exception 'a change is counted only with its row' using errcode = 'check_violation';
      end if;
      -- A row of an earlier change allows nothing any more: the number has to rise with it.
      if (new.starts_at, new.ends_at) is distinct from (old.starts_at, old.ends_at)
          and not (coalesce(new.changes, 0) = coalesce(old.changes, 0) + 1
            and scim_change_recorded(new.id, new.changes, 'deplacement'))
        or new.client_id is distinct from old.client_id
          and not (coalesce(new.changes, 0) = coalesce(old.changes, 0) + 1
            and scim_change_recorded(new.id, new.changes, 'contact'))
        or new.hold_until > old.hold_until
          and not (coalesce(new.changes, 0) = coalesce(old.changes, 0) + 1
            and scim_change_recorded(new.id, new.changes, 'prolongation'))
      then
        raise exception 'the request is altered only by a recorded change'
          using errcode = 'check_violation';
      end if;
      if old.responded_at is not null and new.responded_at is distinct from old.responded_at then
        raise exception 'the time of the answer is not rewritten' using errcode = 'check_violation';
      end if;
      if new.status <> old.status
        and not (old.status = 'en_attente' and new.status in ('confirmee', 'annulee'))
        and not (old.status = 'confirmee' and new.status = 'annulee')
      then
        raise exception 'a reservation does not go from % to %', old.status, new.status
          using errcode = 'check_violation';
      end if;
      return new;
    end $body$;

    -- One owner, one request, once. The token itself is in no table.
    create table decision_links (
      token_hash text primary key,
      reservation_id integer not null references reservations (id),
      user_id integer not null references users (id) on delete cascade,
      expires_at timestamptz not null,
      used_at timestamptz,
      created_at timestamptz not null default now()
    );
    create index decision_links_of_reservation on decision_links (reservation_id);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table decision_links;
    create or replace function scim_guard_reservation() returns trigger language plpgsql as $body$
    begin
      if (new.reference, new.request_key, new.kind, new.property_id, new.client_id, new.starts_at,
          new.ends_at, new.note, new.locale, new.source, new.respond_by, new.sla_minutes,
          new.created_at)
        is distinct from
         (old.reference, old.request_key, old.kind, old.property_id, old.client_id, old.starts_at,
          old.ends_at, old.note, old.locale, old.source, old.respond_by, old.sla_minutes,
          old.created_at)
      then
        raise exception 'the request and its promise are not rewritten'
          using errcode = 'check_violation';
      end if;
      if old.responded_at is not null and new.responded_at is distinct from old.responded_at then
        raise exception 'the time of the answer is not rewritten' using errcode = 'check_violation';
      end if;
      if new.status <> old.status
        and not (old.status = 'en_attente' and new.status in ('confirmee', 'annulee'))
        and not (old.status = 'confirmee' and new.status = 'annulee')
      then
        raise exception 'a reservation does not go from % to %', old.status, new.status
          using errcode = 'check_violation';
      end if;
      return new;
    end $body$;
    drop function scim_change_recorded(integer, numeric, text);
    drop trigger reservation_changes_no_truncate on reservation_changes;
    drop trigger reservation_changes_append_only on reservation_changes;
    drop index reservation_changes_number;
  `)
}
