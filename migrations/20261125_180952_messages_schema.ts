import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_users_pace" AS ENUM('chaque', 'heure', 'matin');
  ALTER TABLE "messages" ADD COLUMN "author" varchar;
  ALTER TABLE "messages" ADD COLUMN "resent_from_id" integer;
  ALTER TABLE "messages" ADD COLUMN "digest" boolean DEFAULT false;
  ALTER TABLE "messages" ADD COLUMN "gathered_in_id" integer;
  ALTER TABLE "messages" ADD COLUMN "calendar" varchar;
  ALTER TABLE "messages" ADD COLUMN "withdrawn_at" timestamp(3) with time zone;
  ALTER TABLE "messages" ADD COLUMN "returned_at" timestamp(3) with time zone;
  ALTER TABLE "messages" ADD COLUMN "opened_at" timestamp(3) with time zone;
  ALTER TABLE "users" ADD COLUMN "pace" "enum_users_pace" DEFAULT 'chaque';
  ALTER TABLE "messages" ADD CONSTRAINT "messages_resent_from_id_messages_id_fk" FOREIGN KEY ("resent_from_id") REFERENCES "public"."messages"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "messages" ADD CONSTRAINT "messages_gathered_in_id_messages_id_fk" FOREIGN KEY ("gathered_in_id") REFERENCES "public"."messages"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "messages_resent_from_idx" ON "messages" USING btree ("resent_from_id");
  CREATE INDEX "messages_gathered_in_idx" ON "messages" USING btree ("gathered_in_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "messages" DROP CONSTRAINT "messages_resent_from_id_messages_id_fk";
  
  ALTER TABLE "messages" DROP CONSTRAINT "messages_gathered_in_id_messages_id_fk";
  
  DROP INDEX "messages_resent_from_idx";
  DROP INDEX "messages_gathered_in_idx";
  ALTER TABLE "messages" DROP COLUMN "author";
  ALTER TABLE "messages" DROP COLUMN "resent_from_id";
  ALTER TABLE "messages" DROP COLUMN "digest";
  ALTER TABLE "messages" DROP COLUMN "gathered_in_id";
  ALTER TABLE "messages" DROP COLUMN "calendar";
  ALTER TABLE "messages" DROP COLUMN "withdrawn_at";
  ALTER TABLE "messages" DROP COLUMN "returned_at";
  ALTER TABLE "messages" DROP COLUMN "opened_at";
  ALTER TABLE "users" DROP COLUMN "pace";
  DROP TYPE "public"."enum_users_pace";`)
}
