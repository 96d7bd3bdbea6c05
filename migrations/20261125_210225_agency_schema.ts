import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_settings_agency_languages" AS ENUM('fr', 'en');
  CREATE TYPE "public"."enum_settings_agency_mark" AS ENUM('initiales', 'maison');
  CREATE TYPE "public"."enum_settings_agency_default_language" AS ENUM('fr', 'en');
  CREATE TABLE "settings_agency_languages" (
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"value" "enum_settings_agency_languages",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "settings_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  ALTER TABLE "settings" ADD COLUMN "agency_name" varchar;
  ALTER TABLE "settings" ADD COLUMN "agency_short_name" varchar;
  ALTER TABLE "settings" ADD COLUMN "agency_color" varchar;
  ALTER TABLE "settings" ADD COLUMN "agency_mark" "enum_settings_agency_mark";
  ALTER TABLE "settings" ADD COLUMN "agency_logo_id" integer;
  ALTER TABLE "settings" ADD COLUMN "agency_default_language" "enum_settings_agency_default_language";
  ALTER TABLE "settings" ADD COLUMN "agency_about_fr" varchar;
  ALTER TABLE "settings" ADD COLUMN "agency_about_en" varchar;
  ALTER TABLE "settings_agency_languages" ADD CONSTRAINT "settings_agency_languages_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."settings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "settings_texts" ADD CONSTRAINT "settings_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."settings"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "settings_agency_languages_order_idx" ON "settings_agency_languages" USING btree ("order");
  CREATE INDEX "settings_agency_languages_parent_idx" ON "settings_agency_languages" USING btree ("parent_id");
  CREATE INDEX "settings_texts_order_parent" ON "settings_texts" USING btree ("order","parent_id");
  ALTER TABLE "settings" ADD CONSTRAINT "settings_agency_logo_id_media_id_fk" FOREIGN KEY ("agency_logo_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "settings_agency_agency_logo_idx" ON "settings" USING btree ("agency_logo_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "settings_agency_languages" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "settings_texts" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "settings_agency_languages" CASCADE;
  DROP TABLE "settings_texts" CASCADE;
  ALTER TABLE "settings" DROP CONSTRAINT "settings_agency_logo_id_media_id_fk";
  
  DROP INDEX "settings_agency_agency_logo_idx";
  ALTER TABLE "settings" DROP COLUMN "agency_name";
  ALTER TABLE "settings" DROP COLUMN "agency_short_name";
  ALTER TABLE "settings" DROP COLUMN "agency_color";
  ALTER TABLE "settings" DROP COLUMN "agency_mark";
  ALTER TABLE "settings" DROP COLUMN "agency_logo_id";
  ALTER TABLE "settings" DROP COLUMN "agency_default_language";
  ALTER TABLE "settings" DROP COLUMN "agency_about_fr";
  ALTER TABLE "settings" DROP COLUMN "agency_about_en";
  DROP TYPE "public"."enum_settings_agency_languages";
  DROP TYPE "public"."enum_settings_agency_mark";
  DROP TYPE "public"."enum_settings_agency_default_language";`)
}
