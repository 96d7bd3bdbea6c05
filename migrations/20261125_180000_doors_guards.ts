import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What a client's device has proved, and what was asked for by e-mail. No secret is stored whole. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- One row per session id; the ids that one device had after another share its name.
    create table client_sessions (
      token_hash text primary key,
      device uuid not null,
      seen_at timestamptz not null default now(),
      ends_at timestamptz not null
    );
    create index client_sessions_device on client_sessions (device);

    -- A proof holds for one version of the tracking link: revoking the link ends it.
    create table client_proofs (
      session text not null references client_sessions on delete cascade,
      reservation_id integer not null references reservations,
      tracking_version integer not null,
      proven_at timestamptz not null default now(),
      primary key (session, reservation_id, tracking_version)
    );

    -- Asked for by e-mail, written alike for known and unknown people; the worker looks who it was.
    create table mail_requests (
      id bigint generated always as identity primary key,
      kind text not null check (kind in ('lien_acces', 'mot_de_passe')),
      email text not null,
      locale text not null,
      asked_at timestamptz not null default now()
    );
    create table access_links (
      id_hash text primary key,
      email text not null,
      expires_at timestamptz not null
    );
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table access_links;
    drop table mail_requests;
    drop table client_proofs;
    drop table client_sessions;
  `)
}
