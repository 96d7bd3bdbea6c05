import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Indexes in the order in which lists are read and by the parts that people search for. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create extension if not exists pg_trgm;

    -- The list's own order, for all and for the properties of one owner.
    create index reservations_urgency on reservations (awaiting_until, starts_at desc);
    create index reservations_urgency_of_property
      on reservations (property_id, awaiting_until, starts_at desc);
    -- What is not over yet.
    create index reservations_ends on reservations (ends_at);
    create index reservations_reference_parts on reservations using gin (reference gin_trgm_ops);

    -- Accents and case do not matter: a name is heard, not spelled.
    create function scim_plain(text) returns text language sql immutable parallel safe as $body$
      select translate(lower($1), 'àâäãáéèêëíìîïóòôöõúùûüçñ', 'aaaaaeeeeiiiiooooouuuucn')
    $body$;
    create index clients_name_parts on clients using gin (scim_plain(name) gin_trgm_ops);
    create index clients_phone_parts on clients using gin (phone gin_trgm_ops);
    create index clients_email_parts on clients using gin (lower(email) gin_trgm_ops);

    -- The retries' share of the outbox, in the order in which they are taken.
    drop index messages_again;
    create index messages_free_again on messages (
        (case when state = 'en_cours' then lease_until else next_attempt_at end), id)
      where channel = 'email' and direction = 'sortant' and gathered_in_id is null
        and (state in ('a_envoyer', 'echouee') and attempts > 0 or state = 'en_cours');
    create index messages_stuck on messages (created_at desc)
      where state in ('echouee', 'abandonnee') and withdrawn_at is null;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop index messages_stuck;
    drop index messages_free_again;
    create index messages_again on messages (next_attempt_at)
      where channel = 'email' and direction = 'sortant' and gathered_in_id is null
        and state in ('a_envoyer', 'echouee') and attempts > 0;
    drop index clients_email_parts;
    drop index clients_phone_parts;
    drop index clients_name_parts;
    drop function scim_plain(text);
    drop index reservations_reference_parts;
    drop index reservations_ends;
    drop index reservations_urgency_of_property;
    drop index reservations_urgency;
    drop extension pg_trgm;
  `)
}
