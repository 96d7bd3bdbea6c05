import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What every booking pays for: indexes that begin like a longer one, entries for messages that have
 * no such value, and a function that looked the reservation up a second time.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    drop index messages_reservation_idx;
    drop index status_history_reservation_idx;
    drop index reservations_property_idx;

    drop index messages_resent_from_idx;
    create index messages_resent_from_idx on messages (resent_from_id)
      where resent_from_id is not null;
    drop index messages_gathered_in_idx;
    create index messages_gathered_in_idx on messages (gathered_in_id)
      where gathered_in_id is not null;
    drop index messages_provider_id;
    create index messages_provider_id on messages (provider_id) where provider_id is not null;

    -- The lock waits for an erasure under way; what is asked after it sees what that wrote.
    create or replace function scim_refuse_for_erased() returns trigger language plpgsql as $body$
    declare
      client integer;
    begin
      select client_id into client from reservations where id = new.reservation_id for key share;
      if exists (select 1 from erasures where client_id = client) then
        raise exception 'the data of this client was erased' using errcode = 'SC410';
      end if;
      return new;
    end $body$;
    create or replace function scim_refuse_erased_client() returns trigger language plpgsql as $body$
    begin
      perform 1 from clients where id = new.client_id for key share;
      if exists (select 1 from erasures where client_id = new.client_id) then
        raise exception 'the data of this client was erased' using errcode = 'SC410';
      end if;
      return new;
    end $body$;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    create or replace function scim_refuse_erased_client() returns trigger language plpgsql as $body$
    begin
      perform 1 from clients where id = new.client_id for key share;
      if scim_is_erased(new.client_id) then
        raise exception 'the data of this client was erased' using errcode = 'SC410';
      end if;
      return new;
    end $body$;
    create or replace function scim_refuse_for_erased() returns trigger language plpgsql as $body$
    begin
      perform 1 from reservations where id = new.reservation_id for key share;
      if scim_of_erased(new.reservation_id) then
        raise exception 'the data of this client was erased' using errcode = 'SC410';
      end if;
      return new;
    end $body$;
    drop index messages_provider_id;
    create index messages_provider_id on messages (provider_id);
    drop index messages_gathered_in_idx;
    create index messages_gathered_in_idx on messages (gathered_in_id);
    drop index messages_resent_from_idx;
    create index messages_resent_from_idx on messages (resent_from_id);
    create index reservations_property_idx on reservations (property_id);
    create index status_history_reservation_idx on status_history (reservation_id);
    create index messages_reservation_idx on messages (reservation_id);
  `)
}
