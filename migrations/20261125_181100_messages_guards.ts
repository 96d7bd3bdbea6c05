import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** The ledger of a message only grows, and what is known of it once is known for ever. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table message_events (
      id bigint generated always as identity primary key,
      message_id integer not null references messages (id),
      at timestamptz not null default clock_timestamp(),
      kind text not null check (kind in ('acceptee', 'refusee', 'differee', 'injoignable',
        'inconnue', 'interrompue', 'retiree', 'abandonnee', 'renvoyee', 'regroupee', 'remise',
        'retardee', 'revenue', 'ouverte', 'jointe')),
      attempt integer check (attempt > 0),
      said_by text,
      detail text,
      constraint message_events_accepted_by_250 check (kind <> 'acceptee' or coalesce(detail, '') like '250%')
    );
    create index message_events_of_message on message_events (message_id, at);
    create trigger message_events_append_only before update or delete on message_events
      for each row execute function scim_refuse_rewrite();
    create trigger message_events_no_truncate before truncate on message_events
      for each statement execute function scim_refuse_rewrite();

    -- Lower case. A person who gives the address again takes its row away.
    create table failing_addresses (
      address text primary key,
      since timestamptz not null default now(),
      message_id integer not null references messages (id),
      status text not null,
      diagnostic text not null
    );

    alter table messages
      add constraint messages_withdrawn_is_over check (withdrawn_at is null or state = 'abandonnee'),
      add constraint messages_returned_was_accepted check (returned_at is null or channel = 'email'),
      add constraint messages_resent_by_mail check (resent_from_id is null or channel = 'email');

    create function scim_guard_message_facts() returns trigger language plpgsql as $body$
    begin
      if (new.author, new.calendar, new.resent_from_id)
        is distinct from (old.author, old.calendar, old.resent_from_id)
        or old.gathered_in_id is not null and new.gathered_in_id is distinct from old.gathered_in_id
        or old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at
        or old.opened_at is not null and new.opened_at is distinct from old.opened_at
      then
        raise exception 'what is known of a message is not rewritten'
          using errcode = 'check_violation';
      end if;
      return new;
    end $body$;
    create trigger messages_guard_facts before update on messages
      for each row execute function scim_guard_message_facts();

    -- The two shares of the outbox, what one reader still waits for, and what a report names.
    drop index messages_due;
    create index messages_new on messages (next_attempt_at desc, id)
      where channel = 'email' and direction = 'sortant' and gathered_in_id is null
        and state = 'a_envoyer' and attempts = 0 and digest is not true;
    create index messages_again on messages (next_attempt_at)
      where channel = 'email' and direction = 'sortant' and gathered_in_id is null
        and state in ('a_envoyer', 'echouee') and attempts > 0;
    create index messages_for_digest on messages (next_attempt_at) where digest;
    create index messages_provider_id on messages (provider_id);
    create index messages_recipient_lower on messages (lower(recipient));
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop index messages_recipient_lower;
    drop index messages_provider_id;
    drop index messages_for_digest;
    drop index messages_again;
    drop index messages_new;
    create index messages_due on messages (next_attempt_at desc)
      where channel = 'email' and direction = 'sortant' and state in ('a_envoyer', 'echouee');
    drop trigger messages_guard_facts on messages;
    drop function scim_guard_message_facts();
    alter table messages
      drop constraint messages_resent_by_mail,
      drop constraint messages_returned_was_accepted,
      drop constraint messages_withdrawn_is_over;
    drop table failing_addresses;
    drop table message_events;
  `)
}
