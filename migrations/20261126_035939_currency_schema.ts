import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_settings_agency_currency" AS ENUM('XAF', 'XOF', 'CDF', 'GNF', 'RWF', 'BIF', 'KES', 'TZS', 'UGX', 'ZMW', 'AOA', 'NGN', 'GHS', 'MGA', 'KMF', 'DJF', 'MUR', 'ETB', 'MAD', 'DZD', 'TND', 'ZAR', 'USD', 'EUR', 'GBP', 'CHF', 'CAD');
  ALTER TABLE "settings" ADD COLUMN "agency_currency" "enum_settings_agency_currency" DEFAULT 'XAF';`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "settings" DROP COLUMN "agency_currency";
  DROP TYPE "public"."enum_settings_agency_currency";`)
}
