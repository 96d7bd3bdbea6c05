import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** A digest that goes with an erased person frees what it gathered of others: they are told by mails of their own. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create or replace function scim_guard_message_facts() returns trigger language plpgsql as $body$
    begin
      if (new.author, new.calendar, new.resent_from_id)
        is distinct from (old.author, old.calendar, old.resent_from_id)
        or old.gathered_in_id is not null and new.gathered_in_id is distinct from old.gathered_in_id
          and not (new.gathered_in_id is null and exists (
            select 1 from messages d where d.id = old.gathered_in_id and scim_message_of_erased(d)))
        or old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at
        or old.opened_at is not null and new.opened_at is distinct from old.opened_at
      then
        raise exception 'what is known of a message is not rewritten'
          using errcode = 'check_violation';
      end if;
      return new;
    end $body$;

    create function scim_free_gathered() returns trigger language plpgsql as $body$
    begin
      update messages m set gathered_in_id = null, next_attempt_at = now(), updated_at = now()
        from messages d
        where d.id = m.gathered_in_id and d.state = 'abandonnee'
          and m.state in ('a_envoyer', 'echouee') and not scim_of_erased(m.reservation_id)
          and exists (select 1 from messages g join reservations r on r.id = g.reservation_id
            where g.gathered_in_id = d.id and r.client_id = new.client_id);
      return null;
    end $body$;
    -- After "erasures_erase", by its name.
    create trigger erasures_free_gathered after insert on erasures
      for each row execute function scim_free_gathered();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop trigger erasures_free_gathered on erasures;
    drop function scim_free_gathered();
    create or replace function scim_guard_message_facts() returns trigger language plpgsql as $body$
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
  `)
}
