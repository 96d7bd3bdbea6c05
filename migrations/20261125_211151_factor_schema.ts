import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_settings_second_factor_admin" AS ENUM('facultatif', 'obligatoire');
  CREATE TYPE "public"."enum_settings_second_factor_proprietaire" AS ENUM('facultatif', 'obligatoire');
  CREATE TYPE "public"."enum_settings_second_factor_editeur" AS ENUM('facultatif', 'obligatoire');
  ALTER TABLE "settings" ADD COLUMN "second_factor_admin" "enum_settings_second_factor_admin" DEFAULT 'facultatif' NOT NULL;
  ALTER TABLE "settings" ADD COLUMN "second_factor_proprietaire" "enum_settings_second_factor_proprietaire" DEFAULT 'facultatif' NOT NULL;
  ALTER TABLE "settings" ADD COLUMN "second_factor_editeur" "enum_settings_second_factor_editeur" DEFAULT 'facultatif' NOT NULL;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "settings" DROP COLUMN "second_factor_admin";
  ALTER TABLE "settings" DROP COLUMN "second_factor_proprietaire";
  ALTER TABLE "settings" DROP COLUMN "second_factor_editeur";
  DROP TYPE "public"."enum_settings_second_factor_admin";
  DROP TYPE "public"."enum_settings_second_factor_proprietaire";
  DROP TYPE "public"."enum_settings_second_factor_editeur";`)
}
