import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_past_reservations_status" AS ENUM('confirmee', 'annulee');
  CREATE TYPE "public"."enum_past_reservations_kind" AS ENUM('visite', 'location', 'achat', 'sejour');
  CREATE TABLE "past_reservations" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"reference" varchar NOT NULL,
  	"status" "enum_past_reservations_status" NOT NULL,
  	"kind" "enum_past_reservations_kind" NOT NULL,
  	"property_id" integer NOT NULL,
  	"client_id" integer NOT NULL,
  	"starts_at" timestamp(3) with time zone NOT NULL,
  	"ends_at" timestamp(3) with time zone NOT NULL,
  	"note" varchar,
  	"origin" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "past_reservations_id" integer;
  ALTER TABLE "past_reservations" ADD CONSTRAINT "past_reservations_property_id_properties_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."properties"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "past_reservations" ADD CONSTRAINT "past_reservations_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE set null ON UPDATE no action;
  CREATE UNIQUE INDEX "past_reservations_reference_idx" ON "past_reservations" USING btree ("reference");
  CREATE INDEX "past_reservations_property_idx" ON "past_reservations" USING btree ("property_id");
  CREATE INDEX "past_reservations_client_idx" ON "past_reservations" USING btree ("client_id");
  CREATE INDEX "past_reservations_starts_at_idx" ON "past_reservations" USING btree ("starts_at");
  CREATE INDEX "past_reservations_updated_at_idx" ON "past_reservations" USING btree ("updated_at");
  CREATE INDEX "past_reservations_created_at_idx" ON "past_reservations" USING btree ("created_at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_past_reservations_fk" FOREIGN KEY ("past_reservations_id") REFERENCES "public"."past_reservations"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_past_reservations_id_idx" ON "payload_locked_documents_rels" USING btree ("past_reservations_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "past_reservations" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "past_reservations" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_past_reservations_fk";
  
  DROP INDEX "payload_locked_documents_rels_past_reservations_id_idx";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "past_reservations_id";
  DROP TYPE "public"."enum_past_reservations_status";
  DROP TYPE "public"."enum_past_reservations_kind";`)
}
