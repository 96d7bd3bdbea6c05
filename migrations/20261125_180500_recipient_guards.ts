import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** To whom something was said is part of what was said: the name as well as the address. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create function scim_guard_recipient() returns trigger language plpgsql as $body$
    begin
      if new.recipient_name is distinct from old.recipient_name then
        raise exception 'to whom it was said is not rewritten' using errcode = 'check_violation';
      end if;
      return new;
    end $body$;
    create trigger messages_guard_recipient before update of recipient_name on messages
      for each row execute function scim_guard_recipient();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop trigger messages_guard_recipient on messages;
    drop function scim_guard_recipient();
  `)
}
