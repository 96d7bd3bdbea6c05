import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What the conditions of triggers ask about erasures is kept ready by PL/pgSQL for the connection.
 * PostgreSQL reads and plans a condition anew in every statement, and with it the text of each
 * function in SQL that it calls: a quarter of what a mail on its way out cost.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create or replace function scim_may_erase(old messages, new messages) returns boolean
    language plpgsql stable as $body$
    begin
      return new is not distinct from scim_erased(old) and scim_message_of_erased(old);
    end $body$;
    create or replace function scim_may_erase(old channel_deliveries, new channel_deliveries)
    returns boolean language plpgsql stable as $body$
    begin
      return new is not distinct from scim_erased(old) and scim_of_erased(old.reservation_id);
    end $body$;
    create or replace function scim_is_erased(client integer) returns boolean
    language plpgsql stable as $body$
    begin
      return exists (select 1 from erasures where client_id = client);
    end $body$;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    create or replace function scim_is_erased(client integer) returns boolean
    language sql stable as $body$
      select exists (select 1 from erasures where client_id = client)
    $body$;
    create or replace function scim_may_erase(old channel_deliveries, new channel_deliveries)
    returns boolean language sql stable as $body$
      select new is not distinct from scim_erased(old) and scim_of_erased(old.reservation_id)
    $body$;
    create or replace function scim_may_erase(old messages, new messages) returns boolean
    language sql stable as $body$
      select new is not distinct from scim_erased(old) and scim_message_of_erased(old)
    $body$;
  `)
}
