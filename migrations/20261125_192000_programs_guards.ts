import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Calls to programs: what was to be said is not rewritten, and accepted means that a 2xx came. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    alter table webhook_deliveries add constraint webhook_deliveries_accepted check (
      state <> 'envoyee' or (sent_at is not null and coalesce(answer_status, 0) between 200 and 299)
    );
    create index webhook_deliveries_due on webhook_deliveries (next_attempt_at)
      where state in ('a_envoyer', 'echouee', 'en_cours');
    create function scim_guard_delivery() returns trigger language plpgsql as $body$
    begin
      if (new.webhook_id, new.reservation_id, new.event, new.event_id, new.body, new.created_at)
        is distinct from
         (old.webhook_id, old.reservation_id, old.event, old.event_id, old.body, old.created_at)
      then
        raise exception 'what a program was told is not rewritten' using errcode = 'check_violation';
      end if;
      return new;
    end $body$;
    create trigger webhook_deliveries_guard before update on webhook_deliveries
      for each row execute function scim_guard_delivery();

    -- A version that fell would bring a revoked key or secret back to life.
    create function scim_secret_version_rises() returns trigger language plpgsql as $body$
    begin
      if coalesce(new.secret_version, 0) < coalesce(old.secret_version, 0) then
        raise exception 'a revoked secret does not come back' using errcode = 'check_violation';
      end if;
      return new;
    end $body$;
    create trigger webhooks_secret_version before update on webhooks
      for each row execute function scim_secret_version_rises();
    create trigger api_keys_secret_version before update on api_keys
      for each row execute function scim_secret_version_rises();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop trigger api_keys_secret_version on api_keys;
    drop trigger webhooks_secret_version on webhooks;
    drop function scim_secret_version_rises();
    drop trigger webhook_deliveries_guard on webhook_deliveries;
    drop function scim_guard_delivery();
    drop index webhook_deliveries_due;
    alter table webhook_deliveries drop constraint webhook_deliveries_accepted;
  `)
}
