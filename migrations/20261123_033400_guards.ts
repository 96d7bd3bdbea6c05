import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What must never break is refused here, whoever writes: the panel, REST, a script or psql. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create extension if not exists btree_gist;

    -- Two requests never hold one place. Held and confirmed both count; periods end open.
    alter table reservations
      add constraint reservations_period_not_empty check (ends_at > starts_at),
      add constraint reservations_one_appointment exclude using gist (
        property_id with =, tstzrange(starts_at, ends_at, '[)') with &&
      ) where (status in ('en_attente', 'confirmee') and kind <> 'sejour'),
      add constraint reservations_one_stay exclude using gist (
        property_id with =, tstzrange(starts_at, ends_at, '[)') with &&
      ) where (status in ('en_attente', 'confirmee') and kind = 'sejour'),
      add constraint reservations_answer_after_request check (responded_at >= created_at);

    -- 'envoyee' means that a server answered 250, and 'publiee' that it stands on the page.
    alter table messages
      add constraint messages_sent_has_answer check (
        state <> 'envoyee' or (sent_at is not null and coalesce(server_answer, '') like '250%')
      ),
      add constraint messages_published_on_page check (state <> 'publiee' or channel = 'espace'),
      add constraint messages_mail_has_recipient check (channel <> 'email' or recipient is not null);

    create function scim_refuse_rewrite() returns trigger language plpgsql as $body$
    begin
      raise exception '% on % is refused: history is not rewritten', tg_op, tg_table_name
        using errcode = 'check_violation';
    end $body$;

    create trigger status_history_append_only before update or delete on status_history
      for each row execute function scim_refuse_rewrite();
    create trigger status_history_no_truncate before truncate on status_history
      for each statement execute function scim_refuse_rewrite();
    create trigger messages_no_delete before delete on messages
      for each row execute function scim_refuse_rewrite();
    create trigger messages_no_truncate before truncate on messages
      for each statement execute function scim_refuse_rewrite();
    create trigger reservations_no_delete before delete on reservations
      for each row execute function scim_refuse_rewrite();
    create trigger reservations_no_truncate before truncate on reservations
      for each statement execute function scim_refuse_rewrite();

    create function scim_guard_message() returns trigger language plpgsql as $body$
    begin
      if (new.reservation_id, new.template, new.template_version, new.direction, new.channel,
          new.audience, new.recipient, new.subject, new.text, new.html, new.created_at)
        is distinct from
         (old.reservation_id, old.template, old.template_version, old.direction, old.channel,
          old.audience, old.recipient, old.subject, old.text, old.html, old.created_at)
      then
        raise exception 'what was said is not rewritten' using errcode = 'check_violation';
      end if;
      if old.state in ('envoyee', 'publiee', 'abandonnee') and new.state <> old.state
        or new.state = 'envoyee' and old.state not in ('envoyee', 'en_cours')
      then
        raise exception 'a message does not go from % to %', old.state, new.state
          using errcode = 'check_violation';
      end if;
      return new;
    end $body$;
    create trigger messages_guard before update on messages
      for each row execute function scim_guard_message();

    create function scim_guard_reservation() returns trigger language plpgsql as $body$
    begin
      if (new.reference, new.request_key, new.kind, new.property_id, new.client_id, new.starts_at,
          new.ends_at, new.note, new.locale, new.source, new.respond_by, new.sla_minutes,
          new.created_at)
        is distinct from
         (old.reference, old.request_key, old.kind, old.property_id, old.client_id, old.starts_at,
          old.ends_at, old.note, old.locale, old.source, old.respond_by, old.sla_minutes,
          old.created_at)
      then
        raise exception 'the request and its promise are not rewritten'
          using errcode = 'check_violation';
      end if;
      if old.responded_at is not null and new.responded_at is distinct from old.responded_at then
        raise exception 'the time of the answer is not rewritten' using errcode = 'check_violation';
      end if;
      if new.status <> old.status
        and not (old.status = 'en_attente' and new.status in ('confirmee', 'annulee'))
        and not (old.status = 'confirmee' and new.status = 'annulee')
      then
        raise exception 'a reservation does not go from % to %', old.status, new.status
          using errcode = 'check_violation';
      end if;
      return new;
    end $body$;
    create trigger reservations_guard before update on reservations
      for each row execute function scim_guard_reservation();

    -- Saved as it was, it was not changed: the status it already has leaves no trace at all.
    create function scim_keep_unchanged() returns trigger language plpgsql as $body$
    begin
      if to_jsonb(new) - 'updated_at' = to_jsonb(old) - 'updated_at' then
        new.updated_at := old.updated_at;
      end if;
      return new;
    end $body$;
    create trigger reservations_unchanged before update on reservations
      for each row execute function scim_keep_unchanged();

    -- The outbox: what is due, and what a dead worker left behind.
    create index messages_due on messages (next_attempt_at desc)
      where channel = 'email' and direction = 'sortant' and state in ('a_envoyer', 'echouee');
    create index messages_leased on messages (lease_until) where state = 'en_cours';
    create index messages_of_reservation on messages (reservation_id, created_at);
    create index status_history_of_reservation on status_history (reservation_id, at);
    create index clients_email_lower on clients (lower(email));
    create index reservations_held on reservations (client_id) where status = 'en_attente';

    create table request_answers (
      request_key text primary key,
      fingerprint text not null,
      body text,
      created_at timestamptz not null default now()
    );
    create table rate_limits (
      name text not null,
      who text not null,
      started_at timestamptz not null,
      turns integer not null,
      primary key (name, who)
    );
    create table worker_heartbeats (
      worker text primary key,
      beat_at timestamptz not null
    );
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table worker_heartbeats;
    drop table rate_limits;
    drop table request_answers;
    drop index reservations_held;
    drop index clients_email_lower;
    drop index status_history_of_reservation;
    drop index messages_of_reservation;
    drop index messages_leased;
    drop index messages_due;
    drop trigger reservations_unchanged on reservations;
    drop trigger reservations_guard on reservations;
    drop trigger messages_guard on messages;
    drop trigger reservations_no_truncate on reservations;
    drop trigger reservations_no_delete on reservations;
    drop trigger messages_no_truncate on messages;
    drop trigger messages_no_delete on messages;
    drop trigger status_history_no_truncate on status_history;
    drop trigger status_history_append_only on status_history;
    drop function scim_keep_unchanged();
    drop function scim_guard_reservation();
    drop function scim_guard_message();
    drop function scim_refuse_rewrite();
    alter table messages
      drop constraint messages_mail_has_recipient,
      drop constraint messages_published_on_page,
      drop constraint messages_sent_has_answer;
    alter table reservations
      drop constraint reservations_answer_after_request,
      drop constraint reservations_one_stay,
      drop constraint reservations_one_appointment,
      drop constraint reservations_period_not_empty;
  `)
}
