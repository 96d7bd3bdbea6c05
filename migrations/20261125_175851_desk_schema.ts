import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_reservation_changes_kind" AS ENUM('deplacement', 'contact', 'prolongation', 'reponse', 'note');
  CREATE TYPE "public"."enum_reservation_changes_actor" AS ENUM('client', 'proprietaire', 'admin', 'systeme');
  CREATE TABLE "reservation_changes" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"reservation_id" integer NOT NULL,
  	"number" numeric NOT NULL,
  	"kind" "enum_reservation_changes_kind" NOT NULL,
  	"before" jsonb,
  	"after" jsonb NOT NULL,
  	"actor" "enum_reservation_changes_actor" NOT NULL,
  	"actor_name" varchar,
  	"at" timestamp(3) with time zone NOT NULL
  );
  
  ALTER TABLE "reservations" ADD COLUMN "changes" numeric DEFAULT 0;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "reservation_changes_id" integer;
  ALTER TABLE "reservation_changes" ADD CONSTRAINT "reservation_changes_reservation_id_reservations_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "reservation_changes_reservation_idx" ON "reservation_changes" USING btree ("reservation_id");
  CREATE INDEX "reservation_changes_at_idx" ON "reservation_changes" USING btree ("at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_reservation_changes_fk" FOREIGN KEY ("reservation_changes_id") REFERENCES "public"."reservation_changes"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_reservation_changes_id_idx" ON "payload_locked_documents_rels" USING btree ("reservation_changes_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "reservation_changes" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "reservation_changes" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_reservation_changes_fk";
  
  DROP INDEX "payload_locked_documents_rels_reservation_changes_id_idx";
  ALTER TABLE "reservations" DROP COLUMN "changes";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "reservation_changes_id";
  DROP TYPE "public"."enum_reservation_changes_kind";
  DROP TYPE "public"."enum_reservation_changes_actor";`)
}
