import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_channel_deliveries_channel" AS ENUM('whatsapp_api', 'sms');
  CREATE TYPE "public"."enum_channel_deliveries_state" AS ENUM('a_envoyer', 'en_cours', 'acceptee', 'echouee', 'abandonnee');
  CREATE TABLE "channel_deliveries" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"reservation_id" integer NOT NULL,
  	"message_id" integer NOT NULL,
  	"channel" "enum_channel_deliveries_channel" NOT NULL,
  	"recipient" varchar NOT NULL,
  	"state" "enum_channel_deliveries_state" NOT NULL,
  	"content" varchar NOT NULL,
  	"otherwise" jsonb,
  	"template" varchar NOT NULL,
  	"attempts" numeric DEFAULT 0,
  	"next_attempt_at" timestamp(3) with time zone,
  	"lease_until" timestamp(3) with time zone,
  	"unknown_outcome" boolean DEFAULT false,
  	"provider_id" varchar,
  	"answer" varchar,
  	"accepted_at" timestamp(3) with time zone,
  	"sent_at" timestamp(3) with time zone,
  	"delivered_at" timestamp(3) with time zone,
  	"read_at" timestamp(3) with time zone,
  	"failed_at" timestamp(3) with time zone,
  	"withdrawn_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "channel_deliveries_id" integer;
  ALTER TABLE "channel_deliveries" ADD CONSTRAINT "channel_deliveries_reservation_id_reservations_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "channel_deliveries" ADD CONSTRAINT "channel_deliveries_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "channel_deliveries_reservation_idx" ON "channel_deliveries" USING btree ("reservation_id");
  CREATE INDEX "channel_deliveries_message_idx" ON "channel_deliveries" USING btree ("message_id");
  CREATE INDEX "channel_deliveries_provider_id_idx" ON "channel_deliveries" USING btree ("provider_id");
  CREATE INDEX "channel_deliveries_updated_at_idx" ON "channel_deliveries" USING btree ("updated_at");
  CREATE INDEX "channel_deliveries_created_at_idx" ON "channel_deliveries" USING btree ("created_at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_channel_deliveries_fk" FOREIGN KEY ("channel_deliveries_id") REFERENCES "public"."channel_deliveries"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_channel_deliveries_id_idx" ON "payload_locked_documents_rels" USING btree ("channel_deliveries_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "channel_deliveries" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "channel_deliveries" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_channel_deliveries_fk";
  
  DROP INDEX "payload_locked_documents_rels_channel_deliveries_id_idx";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "channel_deliveries_id";
  DROP TYPE "public"."enum_channel_deliveries_channel";
  DROP TYPE "public"."enum_channel_deliveries_state";`)
}
