import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What went to phones: frozen as it was written, accepted only with the provider's own identifier,
 * delivered only by its report, and erased with the person.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    alter table channel_deliveries
      -- One text to one phone about one message: whatever falls back, falls back once.
      add constraint channel_deliveries_one unique (message_id, channel),
      add constraint channel_deliveries_accepted check (
        state <> 'acceptee' or (accepted_at is not null and provider_id is not null)),
      add constraint channel_deliveries_reported check (
        state = 'acceptee' or coalesce(sent_at, delivered_at, read_at, failed_at) is null),
      add constraint channel_deliveries_withdrawn_is_over check (
        withdrawn_at is null or state = 'abandonnee');
    create index channel_deliveries_due on channel_deliveries (next_attempt_at)
      where state in ('a_envoyer', 'echouee', 'en_cours');
    create index channel_deliveries_to on channel_deliveries (recipient, created_at);

    create table channel_events (
      id bigint generated always as identity primary key,
      delivery_id integer not null references channel_deliveries (id),
      at timestamptz not null default clock_timestamp(),
      kind text not null check (kind in ('acceptee', 'refusee', 'differee', 'injoignable',
        'inconnue', 'interrompue', 'retiree', 'abandonnee', 'partie', 'remise', 'lue',
        'non_remise')),
      attempt integer check (attempt > 0),
      said_by text,
      detail text
    );
    create index channel_events_of_delivery on channel_events (delivery_id, at);

    create function scim_erased(d channel_deliveries) returns channel_deliveries
    language plpgsql stable as $body$
    begin
      d.recipient := ''; d.content := 'Effacé · Erased'; d.otherwise := null;
      d.answer := substring(d.answer from '^(?:HTTP )?[0-9]{3}');
      -- A provider's identifier may hold the number.
      if d.provider_id is not null then d.provider_id := 'efface'; end if;
      if d.state in ('a_envoyer', 'echouee', 'abandonnee') then
        d.state := 'abandonnee'; d.next_attempt_at := null;
        d.withdrawn_at := coalesce(d.withdrawn_at, date_trunc('milliseconds', now()));
      end if;
      return d;
    end $body$;
    create function scim_erased(v channel_events) returns channel_events
    language plpgsql immutable as $body$
    begin
      if v.detail !~ '^[a-z_]+$' then
        v.detail := coalesce(substring(v.detail from '^(?:HTTP )?[0-9]{3,6}'), 'effacé');
      end if;
      return v;
    end $body$;
    create function scim_may_erase(old channel_deliveries, new channel_deliveries) returns boolean
    language sql stable as $body$
      select new is not distinct from scim_erased(old) and scim_of_erased(old.reservation_id)
    $body$;
    create function scim_may_erase(old channel_events, new channel_events) returns boolean
    language sql stable as $body$
      select new is not distinct from scim_erased(old) and exists (
        select 1 from channel_deliveries d
        where d.id = old.delivery_id and scim_of_erased(d.reservation_id))
    $body$;

    create function scim_guard_channel_delivery() returns trigger language plpgsql as $body$
    begin
      if (new.reservation_id, new.message_id, new.template, new.channel, new.recipient,
          new.content, new.otherwise, new.created_at)
        is distinct from
         (old.reservation_id, old.message_id, old.template, old.channel, old.recipient,
          old.content, old.otherwise, old.created_at)
        or old.provider_id is not null and new.provider_id is distinct from old.provider_id
        or old.accepted_at is not null and new.accepted_at is distinct from old.accepted_at
        or old.sent_at is not null and new.sent_at is distinct from old.sent_at
        or old.delivered_at is not null and new.delivered_at is distinct from old.delivered_at
        or old.read_at is not null and new.read_at is distinct from old.read_at
        or old.failed_at is not null and new.failed_at is distinct from old.failed_at
        or old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at
      then
        raise exception 'what went to a phone is not rewritten' using errcode = 'check_violation';
      end if;
      -- Given up after an unknown outcome, its report may still prove that the provider has it.
      if new.state <> old.state
        and not (old.state = 'a_envoyer' and new.state in ('en_cours', 'abandonnee'))
        and not (old.state = 'en_cours' and new.state in ('acceptee', 'echouee', 'abandonnee'))
        and not (old.state = 'echouee' and new.state in ('en_cours', 'acceptee', 'abandonnee'))
        and not (old.state = 'abandonnee' and new.state = 'acceptee' and old.unknown_outcome)
      then
        raise exception 'a delivery does not go from % to %', old.state, new.state
          using errcode = 'check_violation';
      end if;
      return new;
    end $body$;
    create trigger channel_deliveries_guard before update on channel_deliveries for each row
      when (new.content is not distinct from old.content or not scim_may_erase(old, new))
      execute function scim_guard_channel_delivery();
    create trigger channel_deliveries_stay before delete on channel_deliveries
      for each row execute function scim_refuse_rewrite();
    create trigger channel_deliveries_no_truncate before truncate on channel_deliveries
      for each statement execute function scim_refuse_rewrite();
    create trigger channel_deliveries_of_living before insert on channel_deliveries
      for each row execute function scim_refuse_for_erased();
    create trigger channel_events_append_only before delete on channel_events
      for each row execute function scim_refuse_rewrite();
    create trigger channel_events_no_update before update on channel_events
      for each row when (not scim_may_erase(old, new)) execute function scim_refuse_rewrite();
    create trigger channel_events_no_truncate before truncate on channel_events
      for each statement execute function scim_refuse_rewrite();

    create or replace function scim_hinders_erasure(client integer)
    returns table (reference text, why text) language sql stable as $body$
      select r.reference::text, 'active' from reservations r
        where r.client_id = client
          and (r.status in ('en_attente', 'confirmee') and r.ends_at > now()
            or r.status = 'en_attente' and r.responded_at is null)
      union all
      select r.reference::text, 'en_cours' from reservations r
        where r.client_id = client and exists (
          select 1 from messages m where m.reservation_id = r.id and m.state = 'en_cours')
      union all
      select r.reference::text, 'en_cours' from reservations r
        where r.client_id = client and exists (
          select 1 from channel_deliveries d where d.reservation_id = r.id and d.state = 'en_cours')
      union all
      select '', 'en_cours' from clients c join messages m on lower(m.recipient) = lower(c.email)
        where c.id = client and m.state = 'en_cours' and m.reservation_id is null
    $body$;

    create function scim_hold_channels() returns trigger language plpgsql as $body$
    begin
      perform 1 from channel_deliveries d join reservations r on r.id = d.reservation_id
        where r.client_id = new.client_id order by d.id for update of d;
      return new;
    end $body$;
    -- By its name before erasures_wait, which then looks whether one is leaving.
    create trigger erasures_hold_channels before insert on erasures
      for each row execute function scim_hold_channels();

    create function scim_erase_channels() returns trigger language plpgsql as $body$
    begin
      update channel_events v set detail = e.detail
        from channel_events o cross join lateral scim_erased(o) e
          join channel_deliveries d on d.id = o.delivery_id
          join reservations r on r.id = d.reservation_id
        where r.client_id = new.client_id and v.id = o.id and o is distinct from e;
      update channel_deliveries d set recipient = e.recipient, content = e.content,
          otherwise = e.otherwise, answer = e.answer, provider_id = e.provider_id,
          state = e.state, next_attempt_at = e.next_attempt_at, withdrawn_at = e.withdrawn_at
        from channel_deliveries o cross join lateral scim_erased(o) e
          join reservations r on r.id = o.reservation_id
        where r.client_id = new.client_id and d.id = o.id and o is distinct from e;
      return null;
    end $body$;
    create trigger erasures_erase_channels after insert on erasures
      for each row execute function scim_erase_channels();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop trigger erasures_erase_channels on erasures;
    drop function scim_erase_channels();
    drop trigger erasures_hold_channels on erasures;
    drop function scim_hold_channels();
    create or replace function scim_hinders_erasure(client integer)
    returns table (reference text, why text) language sql stable as $body$
      select r.reference::text, 'active' from reservations r
        where r.client_id = client
          and (r.status in ('en_attente', 'confirmee') and r.ends_at > now()
            or r.status = 'en_attente' and r.responded_at is null)
      union all
      select r.reference::text, 'en_cours' from reservations r
        where r.client_id = client and exists (
          select 1 from messages m where m.reservation_id = r.id and m.state = 'en_cours')
      union all
      select '', 'en_cours' from clients c join messages m on lower(m.recipient) = lower(c.email)
        where c.id = client and m.state = 'en_cours' and m.reservation_id is null
    $body$;
    drop trigger channel_events_no_truncate on channel_events;
    drop trigger channel_events_no_update on channel_events;
    drop trigger channel_events_append_only on channel_events;
    drop trigger channel_deliveries_of_living on channel_deliveries;
    drop trigger channel_deliveries_no_truncate on channel_deliveries;
    drop trigger channel_deliveries_stay on channel_deliveries;
    drop trigger channel_deliveries_guard on channel_deliveries;
    drop function scim_guard_channel_delivery();
    drop function scim_may_erase(channel_events, channel_events);
    drop function scim_may_erase(channel_deliveries, channel_deliveries);
    drop function scim_erased(channel_events);
    drop function scim_erased(channel_deliveries);
    drop table channel_events;
    drop index channel_deliveries_to;
    drop index channel_deliveries_due;
    alter table channel_deliveries
      drop constraint channel_deliveries_withdrawn_is_over,
      drop constraint channel_deliveries_reported,
      drop constraint channel_deliveries_accepted,
      drop constraint channel_deliveries_one;
  `)
}
