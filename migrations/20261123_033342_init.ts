import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_reservations_status" AS ENUM('en_attente', 'confirmee', 'annulee');
  CREATE TYPE "public"."enum_reservations_status_reason" AS ENUM('refusee', 'annulee_client', 'expiree', 'annulee_gestion');
  CREATE TYPE "public"."enum_reservations_kind" AS ENUM('visite', 'location', 'achat', 'sejour');
  CREATE TYPE "public"."enum_reservations_source" AS ENUM('portail', 'telephone', 'api');
  CREATE TYPE "public"."enum_reservations_locale" AS ENUM('fr', 'en');
  CREATE TYPE "public"."enum_messages_state" AS ENUM('a_envoyer', 'en_cours', 'envoyee', 'echouee', 'abandonnee', 'publiee');
  CREATE TYPE "public"."enum_messages_direction" AS ENUM('sortant', 'entrant');
  CREATE TYPE "public"."enum_messages_channel" AS ENUM('email', 'espace', 'whatsapp');
  CREATE TYPE "public"."enum_messages_audience" AS ENUM('client', 'equipe');
  CREATE TYPE "public"."enum_status_history_from" AS ENUM('en_attente', 'confirmee', 'annulee');
  CREATE TYPE "public"."enum_status_history_to" AS ENUM('en_attente', 'confirmee', 'annulee');
  CREATE TYPE "public"."enum_status_history_actor" AS ENUM('client', 'proprietaire', 'admin', 'systeme');
  CREATE TYPE "public"."enum_status_history_reason" AS ENUM('refusee', 'annulee_client', 'expiree', 'annulee_gestion');
  CREATE TYPE "public"."enum_reservation_changes_kind" AS ENUM('deplacement', 'contact', 'prolongation', 'reponse', 'note');
  CREATE TYPE "public"."enum_reservation_changes_actor" AS ENUM('client', 'proprietaire', 'admin', 'systeme');
  CREATE TYPE "public"."enum_clients_locale" AS ENUM('fr', 'en');
  CREATE TYPE "public"."enum_past_reservations_status" AS ENUM('confirmee', 'annulee');
  CREATE TYPE "public"."enum_past_reservations_kind" AS ENUM('visite', 'location', 'achat', 'sejour');
  CREATE TYPE "public"."enum_properties_kinds" AS ENUM('visite', 'location', 'achat', 'sejour');
  CREATE TYPE "public"."enum_properties_visit_hours_day" AS ENUM('1', '2', '3', '4', '5', '6', '7');
  CREATE TYPE "public"."enum_properties_status" AS ENUM('publie', 'brouillon');
  CREATE TYPE "public"."enum_properties_price_unit" AS ENUM('nuit', 'mois', 'vente');
  CREATE TYPE "public"."enum_message_templates_key" AS ENUM('accuse_reception', 'nouvelle_demande', 'confirmation', 'annulation', 'annulation_gestion', 'rappel_delai', 'retard_client', 'escalade', 'expiration', 'rappel_visite', 'nouveau_message', 'lien_acces');
  CREATE TYPE "public"."enum_message_templates_locale" AS ENUM('fr', 'en');
  CREATE TYPE "public"."enum_message_templates_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__message_templates_v_version_key" AS ENUM('accuse_reception', 'nouvelle_demande', 'confirmation', 'annulation', 'annulation_gestion', 'rappel_delai', 'retard_client', 'escalade', 'expiration', 'rappel_visite', 'nouveau_message', 'lien_acces');
  CREATE TYPE "public"."enum__message_templates_v_version_locale" AS ENUM('fr', 'en');
  CREATE TYPE "public"."enum__message_templates_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_users_role" AS ENUM('admin', 'proprietaire', 'editeur');
  CREATE TYPE "public"."enum_users_pace" AS ENUM('chaque', 'heure', 'matin');
  CREATE TYPE "public"."enum_webhooks_events" AS ENUM('demandee', 'confirmee', 'annulee', 'deplacee', 'en_retard', 'message');
  CREATE TYPE "public"."enum_webhook_deliveries_event" AS ENUM('demandee', 'confirmee', 'annulee', 'deplacee', 'en_retard', 'message');
  CREATE TYPE "public"."enum_webhook_deliveries_state" AS ENUM('a_envoyer', 'en_cours', 'envoyee', 'echouee', 'abandonnee');
  CREATE TYPE "public"."enum_api_keys_scope" AS ENUM('lire', 'reserver');
  CREATE TYPE "public"."enum_settings_agency_languages" AS ENUM('fr', 'en');
  CREATE TYPE "public"."enum_settings_opening_hours_day" AS ENUM('1', '2', '3', '4', '5', '6', '7');
  CREATE TYPE "public"."enum_settings_agency_mark" AS ENUM('initiales', 'maison');
  CREATE TYPE "public"."enum_settings_agency_default_language" AS ENUM('fr', 'en');
  CREATE TYPE "public"."enum_settings_second_factor_admin" AS ENUM('facultatif', 'obligatoire');
  CREATE TYPE "public"."enum_settings_second_factor_proprietaire" AS ENUM('facultatif', 'obligatoire');
  CREATE TYPE "public"."enum_settings_second_factor_editeur" AS ENUM('facultatif', 'obligatoire');
  CREATE TABLE "reservations" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"reference" varchar NOT NULL,
  	"status" "enum_reservations_status" DEFAULT 'en_attente' NOT NULL,
  	"status_reason" "enum_reservations_status_reason",
  	"status_note" varchar,
  	"decided_by_name" varchar,
  	"kind" "enum_reservations_kind" NOT NULL,
  	"property_id" integer NOT NULL,
  	"starts_at" timestamp(3) with time zone NOT NULL,
  	"ends_at" timestamp(3) with time zone NOT NULL,
  	"client_id" integer NOT NULL,
  	"note" varchar,
  	"respond_by" timestamp(3) with time zone NOT NULL,
  	"responded_at" timestamp(3) with time zone,
  	"hold_until" timestamp(3) with time zone NOT NULL,
  	"source" "enum_reservations_source" DEFAULT 'portail' NOT NULL,
  	"locale" "enum_reservations_locale" DEFAULT 'fr' NOT NULL,
  	"doubtful" boolean DEFAULT false,
  	"request_key" varchar NOT NULL,
  	"sla_minutes" numeric NOT NULL,
  	"awaiting_until" timestamp(3) with time zone,
  	"changes" numeric DEFAULT 0,
  	"reminded_at" timestamp(3) with time zone,
  	"late_told_at" timestamp(3) with time zone,
  	"visit_reminded_at" timestamp(3) with time zone,
  	"answer_minutes" numeric,
  	"tracking_hash" varchar,
  	"tracking_version" numeric DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "messages" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"reservation_id" integer,
  	"subject" varchar,
  	"state" "enum_messages_state" NOT NULL,
  	"text" varchar NOT NULL,
  	"html" varchar,
  	"direction" "enum_messages_direction" NOT NULL,
  	"channel" "enum_messages_channel" NOT NULL,
  	"audience" "enum_messages_audience" NOT NULL,
  	"recipient" varchar,
  	"recipient_name" varchar,
  	"template" varchar,
  	"template_version" varchar,
  	"fingerprint" varchar,
  	"attempts" numeric DEFAULT 0,
  	"next_attempt_at" timestamp(3) with time zone,
  	"sent_at" timestamp(3) with time zone,
  	"server_answer" varchar,
  	"last_error" varchar,
  	"provider_id" varchar,
  	"lease_until" timestamp(3) with time zone,
  	"unknown_outcome" boolean DEFAULT false,
  	"author" varchar,
  	"resent_from_id" integer,
  	"digest" boolean DEFAULT false,
  	"gathered_in_id" integer,
  	"calendar" varchar,
  	"withdrawn_at" timestamp(3) with time zone,
  	"returned_at" timestamp(3) with time zone,
  	"opened_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "status_history" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"reservation_id" integer NOT NULL,
  	"from" "enum_status_history_from",
  	"to" "enum_status_history_to" NOT NULL,
  	"actor" "enum_status_history_actor" NOT NULL,
  	"actor_name" varchar,
  	"reason" "enum_status_history_reason",
  	"note" varchar,
  	"at" timestamp(3) with time zone NOT NULL,
  	"previous_hash" varchar,
  	"hash" varchar
  );
  
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
  
  CREATE TABLE "clients" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"phone" varchar NOT NULL,
  	"email" varchar,
  	"locale" "enum_clients_locale" DEFAULT 'fr' NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
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
  
  CREATE TABLE "properties_kinds" (
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"value" "enum_properties_kinds",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "properties_visit_hours" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"day" "enum_properties_visit_hours_day" NOT NULL,
  	"from" varchar NOT NULL,
  	"to" varchar NOT NULL
  );
  
  CREATE TABLE "properties_closed_periods" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"from" timestamp(3) with time zone NOT NULL,
  	"to" timestamp(3) with time zone NOT NULL,
  	"reason" varchar
  );
  
  CREATE TABLE "properties_calendars" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"address" varchar NOT NULL
  );
  
  CREATE TABLE "properties" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"slug" varchar NOT NULL,
  	"status" "enum_properties_status" DEFAULT 'brouillon' NOT NULL,
  	"city" varchar NOT NULL,
  	"district" varchar NOT NULL,
  	"address" varchar,
  	"description" varchar NOT NULL,
  	"price" numeric,
  	"price_unit" "enum_properties_price_unit",
  	"slot_minutes" numeric DEFAULT 30 NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "properties_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"media_id" integer,
  	"users_id" integer
  );
  
  CREATE TABLE "media" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"alt" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric,
  	"focal_x" numeric,
  	"focal_y" numeric,
  	"sizes_card_url" varchar,
  	"sizes_card_width" numeric,
  	"sizes_card_height" numeric,
  	"sizes_card_mime_type" varchar,
  	"sizes_card_filesize" numeric,
  	"sizes_card_filename" varchar,
  	"sizes_page_url" varchar,
  	"sizes_page_width" numeric,
  	"sizes_page_height" numeric,
  	"sizes_page_mime_type" varchar,
  	"sizes_page_filesize" numeric,
  	"sizes_page_filename" varchar
  );
  
  CREATE TABLE "message_templates" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"key" "enum_message_templates_key",
  	"locale" "enum_message_templates_locale",
  	"revision" numeric,
  	"subject" jsonb,
  	"body" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_message_templates_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_message_templates_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_title" varchar,
  	"version_key" "enum__message_templates_v_version_key",
  	"version_locale" "enum__message_templates_v_version_locale",
  	"version_revision" numeric,
  	"version_subject" jsonb,
  	"version_body" jsonb,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__message_templates_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "users_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"role" "enum_users_role" DEFAULT 'proprietaire' NOT NULL,
  	"phone" varchar,
  	"pace" "enum_users_pace" DEFAULT 'chaque',
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "webhooks_events" (
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"value" "enum_webhooks_events",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "webhooks" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"address" varchar NOT NULL,
  	"enabled" boolean DEFAULT true,
  	"secret_version" numeric DEFAULT 0,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "webhook_deliveries" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"webhook_id" integer NOT NULL,
  	"reservation_id" integer NOT NULL,
  	"event" "enum_webhook_deliveries_event" NOT NULL,
  	"state" "enum_webhook_deliveries_state" NOT NULL,
  	"answer_status" numeric,
  	"last_error" varchar,
  	"attempts" numeric,
  	"next_attempt_at" timestamp(3) with time zone,
  	"sent_at" timestamp(3) with time zone,
  	"lease_until" timestamp(3) with time zone,
  	"event_id" varchar NOT NULL,
  	"body" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "api_keys" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"scope" "enum_api_keys_scope" NOT NULL,
  	"enabled" boolean DEFAULT true,
  	"last_used_at" timestamp(3) with time zone,
  	"secret_version" numeric DEFAULT 0,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_kv" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"global_slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"reservations_id" integer,
  	"messages_id" integer,
  	"status_history_id" integer,
  	"reservation_changes_id" integer,
  	"clients_id" integer,
  	"past_reservations_id" integer,
  	"properties_id" integer,
  	"media_id" integer,
  	"message_templates_id" integer,
  	"users_id" integer,
  	"webhooks_id" integer,
  	"webhook_deliveries_id" integer,
  	"api_keys_id" integer
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" integer
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "settings_agency_languages" (
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"value" "enum_settings_agency_languages",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "settings_opening_hours" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"day" "enum_settings_opening_hours_day" NOT NULL,
  	"opens" varchar NOT NULL,
  	"closes" varchar NOT NULL
  );
  
  CREATE TABLE "settings_public_holidays" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"day" timestamp(3) with time zone NOT NULL,
  	"name" varchar
  );
  
  CREATE TABLE "settings" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"agency_name" varchar,
  	"agency_short_name" varchar,
  	"agency_color" varchar,
  	"agency_mark" "enum_settings_agency_mark",
  	"agency_logo_id" integer,
  	"agency_default_language" "enum_settings_agency_default_language",
  	"agency_about_fr" varchar,
  	"agency_about_en" varchar,
  	"contact_phone" varchar,
  	"contact_address" varchar,
  	"retention_months" numeric,
  	"second_factor_admin" "enum_settings_second_factor_admin" DEFAULT 'facultatif' NOT NULL,
  	"second_factor_proprietaire" "enum_settings_second_factor_proprietaire" DEFAULT 'facultatif' NOT NULL,
  	"second_factor_editeur" "enum_settings_second_factor_editeur" DEFAULT 'facultatif' NOT NULL,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "settings_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  ALTER TABLE "reservations" ADD CONSTRAINT "reservations_property_id_properties_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."properties"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "reservations" ADD CONSTRAINT "reservations_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "messages" ADD CONSTRAINT "messages_reservation_id_reservations_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "messages" ADD CONSTRAINT "messages_resent_from_id_messages_id_fk" FOREIGN KEY ("resent_from_id") REFERENCES "public"."messages"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "messages" ADD CONSTRAINT "messages_gathered_in_id_messages_id_fk" FOREIGN KEY ("gathered_in_id") REFERENCES "public"."messages"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "status_history" ADD CONSTRAINT "status_history_reservation_id_reservations_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "reservation_changes" ADD CONSTRAINT "reservation_changes_reservation_id_reservations_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "past_reservations" ADD CONSTRAINT "past_reservations_property_id_properties_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."properties"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "past_reservations" ADD CONSTRAINT "past_reservations_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "properties_kinds" ADD CONSTRAINT "properties_kinds_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."properties"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "properties_visit_hours" ADD CONSTRAINT "properties_visit_hours_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."properties"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "properties_closed_periods" ADD CONSTRAINT "properties_closed_periods_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."properties"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "properties_calendars" ADD CONSTRAINT "properties_calendars_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."properties"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "properties_rels" ADD CONSTRAINT "properties_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."properties"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "properties_rels" ADD CONSTRAINT "properties_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "properties_rels" ADD CONSTRAINT "properties_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_message_templates_v" ADD CONSTRAINT "_message_templates_v_parent_id_message_templates_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."message_templates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "users_sessions" ADD CONSTRAINT "users_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "webhooks_events" ADD CONSTRAINT "webhooks_events_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."webhooks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_webhook_id_webhooks_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhooks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_reservation_id_reservations_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_locked_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_reservations_fk" FOREIGN KEY ("reservations_id") REFERENCES "public"."reservations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_messages_fk" FOREIGN KEY ("messages_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_status_history_fk" FOREIGN KEY ("status_history_id") REFERENCES "public"."status_history"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_reservation_changes_fk" FOREIGN KEY ("reservation_changes_id") REFERENCES "public"."reservation_changes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_clients_fk" FOREIGN KEY ("clients_id") REFERENCES "public"."clients"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_past_reservations_fk" FOREIGN KEY ("past_reservations_id") REFERENCES "public"."past_reservations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_properties_fk" FOREIGN KEY ("properties_id") REFERENCES "public"."properties"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_message_templates_fk" FOREIGN KEY ("message_templates_id") REFERENCES "public"."message_templates"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_webhooks_fk" FOREIGN KEY ("webhooks_id") REFERENCES "public"."webhooks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_webhook_deliveries_fk" FOREIGN KEY ("webhook_deliveries_id") REFERENCES "public"."webhook_deliveries"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_api_keys_fk" FOREIGN KEY ("api_keys_id") REFERENCES "public"."api_keys"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "settings_agency_languages" ADD CONSTRAINT "settings_agency_languages_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."settings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "settings_opening_hours" ADD CONSTRAINT "settings_opening_hours_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."settings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "settings_public_holidays" ADD CONSTRAINT "settings_public_holidays_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."settings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "settings" ADD CONSTRAINT "settings_agency_logo_id_media_id_fk" FOREIGN KEY ("agency_logo_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "settings_texts" ADD CONSTRAINT "settings_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."settings"("id") ON DELETE cascade ON UPDATE no action;
  CREATE UNIQUE INDEX "reservations_reference_idx" ON "reservations" USING btree ("reference");
  CREATE INDEX "reservations_property_idx" ON "reservations" USING btree ("property_id");
  CREATE INDEX "reservations_starts_at_idx" ON "reservations" USING btree ("starts_at");
  CREATE INDEX "reservations_client_idx" ON "reservations" USING btree ("client_id");
  CREATE INDEX "reservations_respond_by_idx" ON "reservations" USING btree ("respond_by");
  CREATE UNIQUE INDEX "reservations_request_key_idx" ON "reservations" USING btree ("request_key");
  CREATE UNIQUE INDEX "reservations_tracking_hash_idx" ON "reservations" USING btree ("tracking_hash");
  CREATE INDEX "reservations_updated_at_idx" ON "reservations" USING btree ("updated_at");
  CREATE INDEX "reservations_created_at_idx" ON "reservations" USING btree ("created_at");
  CREATE INDEX "property_startsAt_idx" ON "reservations" USING btree ("property_id","starts_at");
  CREATE INDEX "status_holdUntil_idx" ON "reservations" USING btree ("status","hold_until");
  CREATE INDEX "messages_reservation_idx" ON "messages" USING btree ("reservation_id");
  CREATE INDEX "messages_resent_from_idx" ON "messages" USING btree ("resent_from_id");
  CREATE INDEX "messages_gathered_in_idx" ON "messages" USING btree ("gathered_in_id");
  CREATE INDEX "messages_updated_at_idx" ON "messages" USING btree ("updated_at");
  CREATE INDEX "messages_created_at_idx" ON "messages" USING btree ("created_at");
  CREATE INDEX "status_history_reservation_idx" ON "status_history" USING btree ("reservation_id");
  CREATE INDEX "status_history_at_idx" ON "status_history" USING btree ("at");
  CREATE INDEX "reservation_changes_reservation_idx" ON "reservation_changes" USING btree ("reservation_id");
  CREATE INDEX "reservation_changes_at_idx" ON "reservation_changes" USING btree ("at");
  CREATE INDEX "clients_phone_idx" ON "clients" USING btree ("phone");
  CREATE INDEX "clients_email_idx" ON "clients" USING btree ("email");
  CREATE INDEX "clients_updated_at_idx" ON "clients" USING btree ("updated_at");
  CREATE INDEX "clients_created_at_idx" ON "clients" USING btree ("created_at");
  CREATE UNIQUE INDEX "past_reservations_reference_idx" ON "past_reservations" USING btree ("reference");
  CREATE INDEX "past_reservations_property_idx" ON "past_reservations" USING btree ("property_id");
  CREATE INDEX "past_reservations_client_idx" ON "past_reservations" USING btree ("client_id");
  CREATE INDEX "past_reservations_starts_at_idx" ON "past_reservations" USING btree ("starts_at");
  CREATE INDEX "past_reservations_updated_at_idx" ON "past_reservations" USING btree ("updated_at");
  CREATE INDEX "past_reservations_created_at_idx" ON "past_reservations" USING btree ("created_at");
  CREATE INDEX "properties_kinds_order_idx" ON "properties_kinds" USING btree ("order");
  CREATE INDEX "properties_kinds_parent_idx" ON "properties_kinds" USING btree ("parent_id");
  CREATE INDEX "properties_visit_hours_order_idx" ON "properties_visit_hours" USING btree ("_order");
  CREATE INDEX "properties_visit_hours_parent_id_idx" ON "properties_visit_hours" USING btree ("_parent_id");
  CREATE INDEX "properties_closed_periods_order_idx" ON "properties_closed_periods" USING btree ("_order");
  CREATE INDEX "properties_closed_periods_parent_id_idx" ON "properties_closed_periods" USING btree ("_parent_id");
  CREATE INDEX "properties_calendars_order_idx" ON "properties_calendars" USING btree ("_order");
  CREATE INDEX "properties_calendars_parent_id_idx" ON "properties_calendars" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "properties_slug_idx" ON "properties" USING btree ("slug");
  CREATE INDEX "properties_status_idx" ON "properties" USING btree ("status");
  CREATE INDEX "properties_updated_at_idx" ON "properties" USING btree ("updated_at");
  CREATE INDEX "properties_created_at_idx" ON "properties" USING btree ("created_at");
  CREATE INDEX "properties_rels_order_idx" ON "properties_rels" USING btree ("order");
  CREATE INDEX "properties_rels_parent_idx" ON "properties_rels" USING btree ("parent_id");
  CREATE INDEX "properties_rels_path_idx" ON "properties_rels" USING btree ("path");
  CREATE INDEX "properties_rels_media_id_idx" ON "properties_rels" USING btree ("media_id");
  CREATE INDEX "properties_rels_users_id_idx" ON "properties_rels" USING btree ("users_id");
  CREATE INDEX "media_updated_at_idx" ON "media" USING btree ("updated_at");
  CREATE INDEX "media_created_at_idx" ON "media" USING btree ("created_at");
  CREATE UNIQUE INDEX "media_filename_idx" ON "media" USING btree ("filename");
  CREATE INDEX "media_sizes_card_sizes_card_filename_idx" ON "media" USING btree ("sizes_card_filename");
  CREATE INDEX "media_sizes_page_sizes_page_filename_idx" ON "media" USING btree ("sizes_page_filename");
  CREATE INDEX "message_templates_updated_at_idx" ON "message_templates" USING btree ("updated_at");
  CREATE INDEX "message_templates_created_at_idx" ON "message_templates" USING btree ("created_at");
  CREATE INDEX "message_templates__status_idx" ON "message_templates" USING btree ("_status");
  CREATE UNIQUE INDEX "key_locale_idx" ON "message_templates" USING btree ("key","locale");
  CREATE INDEX "_message_templates_v_parent_idx" ON "_message_templates_v" USING btree ("parent_id");
  CREATE INDEX "_message_templates_v_version_version_updated_at_idx" ON "_message_templates_v" USING btree ("version_updated_at");
  CREATE INDEX "_message_templates_v_version_version_created_at_idx" ON "_message_templates_v" USING btree ("version_created_at");
  CREATE INDEX "_message_templates_v_version_version__status_idx" ON "_message_templates_v" USING btree ("version__status");
  CREATE INDEX "_message_templates_v_created_at_idx" ON "_message_templates_v" USING btree ("created_at");
  CREATE INDEX "_message_templates_v_updated_at_idx" ON "_message_templates_v" USING btree ("updated_at");
  CREATE INDEX "_message_templates_v_latest_idx" ON "_message_templates_v" USING btree ("latest");
  CREATE INDEX "version_key_version_locale_idx" ON "_message_templates_v" USING btree ("version_key","version_locale");
  CREATE INDEX "users_sessions_order_idx" ON "users_sessions" USING btree ("_order");
  CREATE INDEX "users_sessions_parent_id_idx" ON "users_sessions" USING btree ("_parent_id");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email");
  CREATE INDEX "webhooks_events_order_idx" ON "webhooks_events" USING btree ("order");
  CREATE INDEX "webhooks_events_parent_idx" ON "webhooks_events" USING btree ("parent_id");
  CREATE INDEX "webhooks_updated_at_idx" ON "webhooks" USING btree ("updated_at");
  CREATE INDEX "webhooks_created_at_idx" ON "webhooks" USING btree ("created_at");
  CREATE INDEX "webhook_deliveries_webhook_idx" ON "webhook_deliveries" USING btree ("webhook_id");
  CREATE INDEX "webhook_deliveries_reservation_idx" ON "webhook_deliveries" USING btree ("reservation_id");
  CREATE INDEX "webhook_deliveries_updated_at_idx" ON "webhook_deliveries" USING btree ("updated_at");
  CREATE INDEX "webhook_deliveries_created_at_idx" ON "webhook_deliveries" USING btree ("created_at");
  CREATE INDEX "api_keys_updated_at_idx" ON "api_keys" USING btree ("updated_at");
  CREATE INDEX "api_keys_created_at_idx" ON "api_keys" USING btree ("created_at");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_locked_documents_global_slug_idx" ON "payload_locked_documents" USING btree ("global_slug");
  CREATE INDEX "payload_locked_documents_updated_at_idx" ON "payload_locked_documents" USING btree ("updated_at");
  CREATE INDEX "payload_locked_documents_created_at_idx" ON "payload_locked_documents" USING btree ("created_at");
  CREATE INDEX "payload_locked_documents_rels_order_idx" ON "payload_locked_documents_rels" USING btree ("order");
  CREATE INDEX "payload_locked_documents_rels_parent_idx" ON "payload_locked_documents_rels" USING btree ("parent_id");
  CREATE INDEX "payload_locked_documents_rels_path_idx" ON "payload_locked_documents_rels" USING btree ("path");
  CREATE INDEX "payload_locked_documents_rels_reservations_id_idx" ON "payload_locked_documents_rels" USING btree ("reservations_id");
  CREATE INDEX "payload_locked_documents_rels_messages_id_idx" ON "payload_locked_documents_rels" USING btree ("messages_id");
  CREATE INDEX "payload_locked_documents_rels_status_history_id_idx" ON "payload_locked_documents_rels" USING btree ("status_history_id");
  CREATE INDEX "payload_locked_documents_rels_reservation_changes_id_idx" ON "payload_locked_documents_rels" USING btree ("reservation_changes_id");
  CREATE INDEX "payload_locked_documents_rels_clients_id_idx" ON "payload_locked_documents_rels" USING btree ("clients_id");
  CREATE INDEX "payload_locked_documents_rels_past_reservations_id_idx" ON "payload_locked_documents_rels" USING btree ("past_reservations_id");
  CREATE INDEX "payload_locked_documents_rels_properties_id_idx" ON "payload_locked_documents_rels" USING btree ("properties_id");
  CREATE INDEX "payload_locked_documents_rels_media_id_idx" ON "payload_locked_documents_rels" USING btree ("media_id");
  CREATE INDEX "payload_locked_documents_rels_message_templates_id_idx" ON "payload_locked_documents_rels" USING btree ("message_templates_id");
  CREATE INDEX "payload_locked_documents_rels_users_id_idx" ON "payload_locked_documents_rels" USING btree ("users_id");
  CREATE INDEX "payload_locked_documents_rels_webhooks_id_idx" ON "payload_locked_documents_rels" USING btree ("webhooks_id");
  CREATE INDEX "payload_locked_documents_rels_webhook_deliveries_id_idx" ON "payload_locked_documents_rels" USING btree ("webhook_deliveries_id");
  CREATE INDEX "payload_locked_documents_rels_api_keys_id_idx" ON "payload_locked_documents_rels" USING btree ("api_keys_id");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");
  CREATE INDEX "settings_agency_languages_order_idx" ON "settings_agency_languages" USING btree ("order");
  CREATE INDEX "settings_agency_languages_parent_idx" ON "settings_agency_languages" USING btree ("parent_id");
  CREATE INDEX "settings_opening_hours_order_idx" ON "settings_opening_hours" USING btree ("_order");
  CREATE INDEX "settings_opening_hours_parent_id_idx" ON "settings_opening_hours" USING btree ("_parent_id");
  CREATE INDEX "settings_public_holidays_order_idx" ON "settings_public_holidays" USING btree ("_order");
  CREATE INDEX "settings_public_holidays_parent_id_idx" ON "settings_public_holidays" USING btree ("_parent_id");
  CREATE INDEX "settings_agency_agency_logo_idx" ON "settings" USING btree ("agency_logo_id");
  CREATE INDEX "settings_texts_order_parent" ON "settings_texts" USING btree ("order","parent_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "reservations" CASCADE;
  DROP TABLE "messages" CASCADE;
  DROP TABLE "status_history" CASCADE;
  DROP TABLE "reservation_changes" CASCADE;
  DROP TABLE "clients" CASCADE;
  DROP TABLE "past_reservations" CASCADE;
  DROP TABLE "properties_kinds" CASCADE;
  DROP TABLE "properties_visit_hours" CASCADE;
  DROP TABLE "properties_closed_periods" CASCADE;
  DROP TABLE "properties_calendars" CASCADE;
  DROP TABLE "properties" CASCADE;
  DROP TABLE "properties_rels" CASCADE;
  DROP TABLE "media" CASCADE;
  DROP TABLE "message_templates" CASCADE;
  DROP TABLE "_message_templates_v" CASCADE;
  DROP TABLE "users_sessions" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "webhooks_events" CASCADE;
  DROP TABLE "webhooks" CASCADE;
  DROP TABLE "webhook_deliveries" CASCADE;
  DROP TABLE "api_keys" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_locked_documents" CASCADE;
  DROP TABLE "payload_locked_documents_rels" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TABLE "settings_agency_languages" CASCADE;
  DROP TABLE "settings_opening_hours" CASCADE;
  DROP TABLE "settings_public_holidays" CASCADE;
  DROP TABLE "settings" CASCADE;
  DROP TABLE "settings_texts" CASCADE;
  DROP TYPE "public"."enum_reservations_status";
  DROP TYPE "public"."enum_reservations_status_reason";
  DROP TYPE "public"."enum_reservations_kind";
  DROP TYPE "public"."enum_reservations_source";
  DROP TYPE "public"."enum_reservations_locale";
  DROP TYPE "public"."enum_messages_state";
  DROP TYPE "public"."enum_messages_direction";
  DROP TYPE "public"."enum_messages_channel";
  DROP TYPE "public"."enum_messages_audience";
  DROP TYPE "public"."enum_status_history_from";
  DROP TYPE "public"."enum_status_history_to";
  DROP TYPE "public"."enum_status_history_actor";
  DROP TYPE "public"."enum_status_history_reason";
  DROP TYPE "public"."enum_reservation_changes_kind";
  DROP TYPE "public"."enum_reservation_changes_actor";
  DROP TYPE "public"."enum_clients_locale";
  DROP TYPE "public"."enum_past_reservations_status";
  DROP TYPE "public"."enum_past_reservations_kind";
  DROP TYPE "public"."enum_properties_kinds";
  DROP TYPE "public"."enum_properties_visit_hours_day";
  DROP TYPE "public"."enum_properties_status";
  DROP TYPE "public"."enum_properties_price_unit";
  DROP TYPE "public"."enum_message_templates_key";
  DROP TYPE "public"."enum_message_templates_locale";
  DROP TYPE "public"."enum_message_templates_status";
  DROP TYPE "public"."enum__message_templates_v_version_key";
  DROP TYPE "public"."enum__message_templates_v_version_locale";
  DROP TYPE "public"."enum__message_templates_v_version_status";
  DROP TYPE "public"."enum_users_role";
  DROP TYPE "public"."enum_users_pace";
  DROP TYPE "public"."enum_webhooks_events";
  DROP TYPE "public"."enum_webhook_deliveries_event";
  DROP TYPE "public"."enum_webhook_deliveries_state";
  DROP TYPE "public"."enum_api_keys_scope";
  DROP TYPE "public"."enum_settings_agency_languages";
  DROP TYPE "public"."enum_settings_opening_hours_day";
  DROP TYPE "public"."enum_settings_agency_mark";
  DROP TYPE "public"."enum_settings_agency_default_language";
  DROP TYPE "public"."enum_settings_second_factor_admin";
  DROP TYPE "public"."enum_settings_second_factor_proprietaire";
  DROP TYPE "public"."enum_settings_second_factor_editeur";`)
}
