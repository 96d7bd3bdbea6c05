import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What was refused under a key stays refused under it: a copy of the request that was still under way
 * would else book what its sender was told is taken. A row without a fingerprint has booked nothing.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    alter table request_answers alter column fingerprint drop not null,
      add column refused text[] not null default '{}';
    create index request_answers_refused on request_answers (created_at) where fingerprint is null;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    delete from request_answers where fingerprint is null;
    drop index request_answers_refused;
    alter table request_answers drop column refused, alter column fingerprint set not null;
  `)
}
