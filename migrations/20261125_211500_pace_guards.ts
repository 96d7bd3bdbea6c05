import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Indexes by which the hot reads cost the same with a million rows. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- What is taken in a property from some day on: what is over is never read.
    create index reservations_taken on reservations (property_id, ends_at, starts_at)
      where status in ('en_attente', 'confirmee');
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop index reservations_taken;
  `)
}
