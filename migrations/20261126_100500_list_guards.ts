import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What an owner's list needs, with a million reservations. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- The list's own order, as before, and the property in it: of others' rows an owner's list reads
    -- the index alone.
    drop index reservations_urgency;
    create index reservations_urgency
      on reservations (awaiting_until, starts_at desc, property_id);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop index reservations_urgency;
    create index reservations_urgency on reservations (awaiting_until, starts_at desc);
  `)
}
