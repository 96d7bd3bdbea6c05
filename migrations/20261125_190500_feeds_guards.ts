import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Addresses of calendars: what is stored is the version that computes each, never the address. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table calendar_feeds (
      scope text not null check (scope in ('bien', 'proprietaire', 'agence')),
      target integer not null check ((scope = 'agence') = (target = 0)),
      version integer not null check (version > 0),
      open boolean not null,
      names boolean not null default false,
      changed_at timestamptz not null default now(),
      primary key (scope, target)
    );
    -- A version that fell would bring a revoked address back to life.
    create function scim_feed_version_rises() returns trigger language plpgsql as $body$
    begin
      if tg_op = 'DELETE' or new.version < old.version then
        raise exception 'a revoked address does not come back' using errcode = 'check_violation';
      end if;
      return new;
    end $body$;
    create trigger calendar_feeds_version before update or delete on calendar_feeds
      for each row execute function scim_feed_version_rises();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table calendar_feeds;
    drop function scim_feed_version_rises();
  `)
}
