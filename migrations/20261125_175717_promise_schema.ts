import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "reservations" ADD COLUMN "reminded_at" timestamp(3) with time zone;
  ALTER TABLE "reservations" ADD COLUMN "late_told_at" timestamp(3) with time zone;
  ALTER TABLE "reservations" ADD COLUMN "visit_reminded_at" timestamp(3) with time zone;
  ALTER TABLE "reservations" ADD COLUMN "answer_minutes" numeric;
  ALTER TABLE "messages" ADD COLUMN "fingerprint" varchar;
  ALTER TABLE "status_history" ADD COLUMN "previous_hash" varchar;
  ALTER TABLE "status_history" ADD COLUMN "hash" varchar;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "reservations" DROP COLUMN "reminded_at";
  ALTER TABLE "reservations" DROP COLUMN "late_told_at";
  ALTER TABLE "reservations" DROP COLUMN "visit_reminded_at";
  ALTER TABLE "reservations" DROP COLUMN "answer_minutes";
  ALTER TABLE "messages" DROP COLUMN "fingerprint";
  ALTER TABLE "status_history" DROP COLUMN "previous_hash";
  ALTER TABLE "status_history" DROP COLUMN "hash";`)
}
