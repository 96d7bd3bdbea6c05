import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What the first screen of the morning and the search by name need, with a million reservations. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- How many promises were answered and how many in time, by property and the month (UTC) of the
    -- promise. Written in the transaction that answers; a booking writes nothing here. No foreign
    -- key: its check would lock the property's row, on which bookings wait, after the reservation's.
    create table answered_promises (
      month date not null,
      property_id integer not null,
      kept integer not null,
      answered integer not null,
      primary key (month, property_id)
    );

    create function scim_count_answer(r reservations, times integer) returns void
    language sql as $body$
      insert into answered_promises as a
      values (date_trunc('month', r.respond_by at time zone 'UTC'), r.property_id,
        case when r.responded_at <= r.respond_by then times else 0 end, times)
      on conflict (month, property_id) do update
        set kept = a.kept + excluded.kept, answered = a.answered + excluded.answered
    $body$;

    create function scim_count_answers() returns trigger language plpgsql as $body$
    begin
      if tg_op = 'UPDATE' and old.responded_at is not null then
        perform scim_count_answer(old, -1);
      end if;
      if new.responded_at is not null then perform scim_count_answer(new, 1); end if;
      return null;
    end $body$;

    -- Before the rows are counted: from here on whoever answers waits for this migration.
    create trigger reservations_answered after insert on reservations
      for each row when (new.responded_at is not null) execute function scim_count_answers();
    create trigger reservations_answered_again after update on reservations
      for each row when (
        (old.responded_at is not null or new.responded_at is not null)
        and (old.responded_at, old.respond_by, old.property_id)
          is distinct from (new.responded_at, new.respond_by, new.property_id))
      execute function scim_count_answers();

    -- All of them anew, where rows came in while triggers rested.
    create function scim_recount_answers() returns void language sql as $body$
      delete from answered_promises;
      insert into answered_promises
        select date_trunc('month', respond_by at time zone 'UTC'), property_id,
          count(*) filter (where responded_at <= respond_by), count(*)
        from reservations where responded_at is not null group by 1, 2 order by 1, 2
    $body$;
    select scim_recount_answers();

    -- Promises that ended without an answer; the waiting ones are found as what is held.
    create index reservations_unanswered on reservations (respond_by)
      where responded_at is null and status <> 'en_attente'
        and status_reason is distinct from 'annulee_client';

    -- The clients to call: news that reached nobody yet.
    create index messages_unreached on messages (reservation_id)
      where audience = 'client' and direction = 'sortant' and template is not null
        and withdrawn_at is null and opened_at is null
        and (state in ('abandonnee', 'publiee') or returned_at is not null);

    -- The same words as before, and so the same index; a name without accents is spared the search
    -- for them, which costs ten times the rest.
    create or replace function scim_plain(text) returns text
    language sql immutable parallel safe as $body$
      select case when octet_length($1) = length($1) then lower($1)
        else translate(lower($1), 'àâäãáéèêëíìîïóòôöõúùûüçñ', 'aaaaaeeeeiiiiooooouuuucn') end
    $body$;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    create or replace function scim_plain(text) returns text
    language sql immutable parallel safe as $body$
      select translate(lower($1), 'àâäãáéèêëíìîïóòôöõúùûüçñ', 'aaaaaeeeeiiiiooooouuuucn')
    $body$;
    drop index messages_unreached;
    drop index reservations_unanswered;
    drop trigger reservations_answered_again on reservations;
    drop trigger reservations_answered on reservations;
    drop function scim_recount_answers();
    drop function scim_count_answers();
    drop function scim_count_answer(reservations, integer);
    drop table answered_promises;
  `)
}
