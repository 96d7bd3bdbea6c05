import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What is taken in a property is answered from its index alone. While the beginning was part of the
 * order, PostgreSQL 18 held a plan for any values to be dear and planned every booking anew.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    drop index reservations_taken;
    create index reservations_taken on reservations (property_id, ends_at) include (starts_at, kind)
      where status in ('en_attente', 'confirmee');
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop index reservations_taken;
    create index reservations_taken on reservations (property_id, ends_at, starts_at)
      where status in ('en_attente', 'confirmee');
  `)
}
