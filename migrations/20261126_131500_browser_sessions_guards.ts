import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Which logins came from a browser: their token, carried elsewhere, says nothing of who carries it. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table browser_sessions (
      session text primary key,
      opened_at timestamptz not null default now()
    );
    insert into browser_sessions (session) select id from users_sessions;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop table browser_sessions`)
}
