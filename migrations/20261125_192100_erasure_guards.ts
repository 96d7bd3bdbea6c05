import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * A row in `erasures` is the erasure: the same statement empties what named the person, everywhere.
 * The other guards let exactly that shape through, and nothing is added to it afterwards. References,
 * dates, states, the chain of the history and the fingerprints in messages stay.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- No personal data: a number, when, by whom, and which transaction did it.
    create table erasures (
      client_id integer primary key references clients (id),
      at timestamptz not null default clock_timestamp(),
      by_user integer,
      why text not null check (why in ('demande', 'delai')),
      written_in xid8 not null default pg_current_xact_id()
    );
    create trigger erasures_append_only before update or delete on erasures
      for each row execute function scim_refuse_rewrite();
    create trigger erasures_no_truncate before truncate on erasures
      for each statement execute function scim_refuse_rewrite();

    -- What a row becomes. One function a table: the erasure writes it, the guards compare with it.
    create function scim_erased(c clients) returns clients language plpgsql immutable as $body$
    begin
      c.name := 'Effacé · Erased'; c.phone := ''; c.email := null;
      return c;
    end $body$;
    create function scim_erased(r reservations) returns reservations
    language plpgsql immutable as $body$
    begin
      r.note := null; r.status_note := null; r.tracking_hash := null;
      if r.status_reason = 'annulee_client' then r.decided_by_name := null; end if;
      return r;
    end $body$;
    create function scim_erased(h status_history) returns status_history
    language plpgsql immutable as $body$
    begin
      h.note := null;
      if h.actor = 'client' then h.actor_name := null; end if;
      return h;
    end $body$;
    create function scim_erased(g reservation_changes) returns reservation_changes
    language plpgsql immutable as $body$
    begin
      if g.before ? 'text' then g.before := jsonb_set(g.before, '{text}', '""'); end if;
      if g.after ? 'text' then g.after := jsonb_set(g.after, '{text}', '""'); end if;
      if g.actor = 'client' then g.actor_name := null; end if;
      return g;
    end $body$;
    create function scim_erased(m messages) returns messages language plpgsql stable as $body$
    begin
      m.subject := null; m.html := null; m.calendar := null; m.last_error := null;
      m.text := concat_ws(E'\n', 'Effacé · Erased', m.fingerprint);
      if m.audience = 'client' then m.recipient_name := null; end if;
      if m.audience = 'client' and m.recipient is not null then m.recipient := ''; end if;
      if m.direction = 'entrant' then m.author := null; end if;
      if m.server_answer is not null then m.server_answer := '250'; end if;
      -- What was never sent has nothing left to say, and waits on nobody's list.
      if m.state in ('a_envoyer', 'echouee', 'abandonnee') then
        m.state := 'abandonnee'; m.next_attempt_at := null;
        m.withdrawn_at := coalesce(m.withdrawn_at, date_trunc('milliseconds', now()));
      end if;
      return m;
    end $body$;
    create function scim_erased(v message_events) returns message_events
    language plpgsql immutable as $body$
    begin
      if v.kind = 'acceptee' then v.detail := '250';
      -- A bare word is a code of ours; all else came from outside and may quote an address.
      elsif v.detail !~ '^[a-z_]+$' and v.kind <> 'regroupee' then v.detail := 'effacé'; end if;
      if v.kind = 'ouverte' then v.said_by := 'client'; end if;
      return v;
    end $body$;

    create function scim_is_erased(client integer) returns boolean language sql stable as $body$
      select exists (select 1 from erasures where client_id = client)
    $body$;
    create function scim_of_erased(reservation integer) returns boolean language sql stable as $body$
      select exists (select 1 from reservations r join erasures e on e.client_id = r.client_id
        where r.id = reservation)
    $body$;
    -- A digest speaks of several people: it goes with the first of them. A mail without reservation
    -- that a client asked for goes only in the transaction of an erasure.
    create function scim_message_of_erased(m messages) returns boolean language sql stable as $body$
      select case when m.reservation_id is not null then scim_of_erased(m.reservation_id)
        when m.audience = 'client' then exists (
          select 1 from erasures where written_in = pg_current_xact_id_if_assigned())
        else exists (select 1 from messages g
          where g.gathered_in_id = m.id and scim_of_erased(g.reservation_id)) end
    $body$;

    create function scim_may_erase(old messages, new messages) returns boolean
    language sql stable as $body$
      select new is not distinct from scim_erased(old) and scim_message_of_erased(old)
    $body$;
    create function scim_may_erase(old status_history, new status_history) returns boolean
    language sql stable as $body$
      select new is not distinct from scim_erased(old) and scim_of_erased(old.reservation_id)
    $body$;
    create function scim_may_erase(old reservation_changes, new reservation_changes)
    returns boolean language sql stable as $body$
      select new is not distinct from scim_erased(old) and scim_of_erased(old.reservation_id)
    $body$;
    create function scim_may_erase(old message_events, new message_events) returns boolean
    language sql stable as $body$
      select new is not distinct from scim_erased(old) and exists (
        select 1 from messages m where m.id = old.message_id and scim_message_of_erased(m))
    $body$;

    drop trigger status_history_append_only on status_history;
    create trigger status_history_append_only before delete on status_history
      for each row execute function scim_refuse_rewrite();
    create trigger status_history_no_update before update on status_history
      for each row when (not scim_may_erase(old, new)) execute function scim_refuse_rewrite();
    drop trigger reservation_changes_append_only on reservation_changes;
    create trigger reservation_changes_append_only before delete on reservation_changes
      for each row execute function scim_refuse_rewrite();
    create trigger reservation_changes_no_update before update on reservation_changes
      for each row when (not scim_may_erase(old, new)) execute function scim_refuse_rewrite();
    drop trigger message_events_append_only on message_events;
    create trigger message_events_append_only before delete on message_events
      for each row execute function scim_refuse_rewrite();
    create trigger message_events_no_update before update on message_events
      for each row when (not scim_may_erase(old, new)) execute function scim_refuse_rewrite();

    -- Most updates of a message leave its words alone: they are not asked about erasures.
    drop trigger messages_guard on messages;
    create trigger messages_guard before update on messages for each row
      when (new.text is not distinct from old.text or not scim_may_erase(old, new))
      execute function scim_guard_message();
    drop trigger messages_guard_recipient on messages;
    create trigger messages_guard_recipient before update of recipient_name on messages
      for each row when (not scim_may_erase(old, new)) execute function scim_guard_recipient();
    drop trigger messages_guard_facts on messages;
    create trigger messages_guard_facts before update on messages for each row
      when (new.text is not distinct from old.text or not scim_may_erase(old, new))
      execute function scim_guard_message_facts();

    create function scim_refuse_erased() returns trigger language plpgsql as $body$
    begin
      raise exception 'the data of this client was erased' using errcode = 'SC410';
    end $body$;
    -- Whoever erases holds these rows: wait for it, then look.
    create function scim_refuse_for_erased() returns trigger language plpgsql as $body$
    begin
      perform 1 from reservations where id = new.reservation_id for key share;
      if scim_of_erased(new.reservation_id) then
        raise exception 'the data of this client was erased' using errcode = 'SC410';
      end if;
      return new;
    end $body$;
    create function scim_refuse_erased_client() returns trigger language plpgsql as $body$
    begin
      perform 1 from clients where id = new.client_id for key share;
      if scim_is_erased(new.client_id) then
        raise exception 'the data of this client was erased' using errcode = 'SC410';
      end if;
      return new;
    end $body$;
    create trigger clients_stay_erased before update on clients for each row
      when (scim_is_erased(old.id) and new is distinct from scim_erased(old))
      execute function scim_refuse_erased();
    create trigger reservations_stay_erased before update on reservations for each row
      when (scim_is_erased(old.client_id) and new is distinct from scim_erased(old))
      execute function scim_refuse_erased();
    drop trigger reservations_guard on reservations;
    create trigger reservations_guard before update on reservations for each row
      when (not scim_is_erased(old.client_id)) execute function scim_guard_reservation();
    create trigger reservations_of_living before insert on reservations
      for each row execute function scim_refuse_erased_client();
    create trigger reservations_to_living before update of client_id on reservations for each row
      when (new.client_id <> old.client_id) execute function scim_refuse_erased_client();
    create trigger messages_of_living before insert on messages for each row
      when (new.reservation_id is not null) execute function scim_refuse_for_erased();
    create trigger status_history_of_living before insert on status_history
      for each row execute function scim_refuse_for_erased();
    create trigger reservation_changes_of_living before insert on reservation_changes
      for each row execute function scim_refuse_for_erased();

    -- What still needs the person: a place that is held or awaits its answer, a mail on its way.
    create function scim_hinders_erasure(client integer) returns table (reference text, why text)
    language sql stable as $body$
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

    create function scim_before_erasure() returns trigger language plpgsql as $body$
    begin
      perform 1 from clients where id = new.client_id for update;
      perform 1 from reservations where client_id = new.client_id order by id for update;
      perform 1 from messages m join reservations r on r.id = m.reservation_id
        where r.client_id = new.client_id order by m.id for update of m;
      if exists (select 1 from scim_hinders_erasure(new.client_id)) then
        raise exception 'a client is needed while a reservation is open' using errcode = 'SC409';
      end if;
      return new;
    end $body$;
    create trigger erasures_wait before insert on erasures
      for each row execute function scim_before_erasure();

    create function scim_erase() returns trigger language plpgsql as $body$
    declare
      person clients;
      theirs integer[];
      said integer[];
      addresses text[];
    begin
      select * into person from clients where id = new.client_id;
      select coalesce(array_agg(id), '{}') into theirs
        from reservations where client_id = new.client_id;
      select array_agg(distinct address) into addresses from (
        select lower(person.email) as address
        union select lower(recipient) from messages
          where reservation_id = any(theirs) and audience = 'client') found
        where address <> '';
      select coalesce(array_agg(distinct id), '{}') into said from (
        select id from messages where reservation_id = any(theirs)
        union select gathered_in_id from messages
          where reservation_id = any(theirs) and gathered_in_id is not null
        union select id from messages where reservation_id is null and audience = 'client'
          and lower(recipient) = any(addresses)) found;

      update message_events v set said_by = e.said_by, detail = e.detail
        from message_events o cross join lateral scim_erased(o) e
        where o.message_id = any(said) and v.id = o.id and o is distinct from e;
      update messages m set subject = e.subject, text = e.text, html = e.html,
          calendar = e.calendar, recipient = e.recipient, recipient_name = e.recipient_name,
          author = e.author, server_answer = e.server_answer, last_error = e.last_error,
          state = e.state, next_attempt_at = e.next_attempt_at, withdrawn_at = e.withdrawn_at
        from messages o cross join lateral scim_erased(o) e
        where o.id = any(said) and m.id = o.id and o is distinct from e;
      update status_history h set note = e.note, actor_name = e.actor_name
        from status_history o cross join lateral scim_erased(o) e
        where o.reservation_id = any(theirs) and h.id = o.id and o is distinct from e;
      update reservation_changes g set before = e.before, after = e.after,
          actor_name = e.actor_name
        from reservation_changes o cross join lateral scim_erased(o) e
        where o.reservation_id = any(theirs) and g.id = o.id and o is distinct from e;
      update request_answers a set body = null, fingerprint = 'efface' from reservations r
        where r.id = any(theirs) and a.request_key = r.request_key;
      update reservations r set note = e.note, status_note = e.status_note,
          decided_by_name = e.decided_by_name, tracking_hash = e.tracking_hash
        from reservations o cross join lateral scim_erased(o) e
        where o.id = any(theirs) and r.id = o.id and o is distinct from e;
      update clients c set name = e.name, phone = e.phone, email = e.email
        from clients o cross join lateral scim_erased(o) e
        where o.id = new.client_id and c.id = o.id;

      delete from decision_links where reservation_id = any(theirs);
      delete from failing_addresses
        where address = any(addresses) or message_id = any(said);
      delete from access_links where lower(email) = any(addresses);
      delete from mail_requests where kind = 'lien_acces' and lower(email) = any(addresses);
      delete from client_sessions s where exists (
          select 1 from client_proofs p
          where p.session = s.token_hash and p.reservation_id = any(theirs))
        and not exists (select 1 from client_proofs p
          where p.session = s.token_hash and p.reservation_id <> all(theirs));
      delete from client_proofs where reservation_id = any(theirs);

      -- A wrong contact that was corrected belongs to nobody else.
      insert into erasures (client_id, at, by_user, why)
        select distinct f.client, new.at, new.by_user, new.why from (
          select (g.before ->> 'client')::integer as client from reservation_changes g
            where g.reservation_id = any(theirs) and g.kind = 'contact') f
        join clients c on c.id = f.client
        where not exists (select 1 from reservations r where r.client_id = f.client)
        on conflict do nothing;
      return null;
    end $body$;
    create trigger erasures_erase after insert on erasures
      for each row execute function scim_erase();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table erasures;
    drop function scim_erase();
    drop function scim_before_erasure();
    drop function scim_hinders_erasure(integer);
    drop trigger reservation_changes_of_living on reservation_changes;
    drop trigger status_history_of_living on status_history;
    drop trigger messages_of_living on messages;
    drop trigger reservations_to_living on reservations;
    drop trigger reservations_of_living on reservations;
    drop trigger reservations_guard on reservations;
    create trigger reservations_guard before update on reservations
      for each row execute function scim_guard_reservation();
    drop trigger reservations_stay_erased on reservations;
    drop trigger clients_stay_erased on clients;
    drop function scim_refuse_erased_client();
    drop function scim_refuse_for_erased();
    drop function scim_refuse_erased();
    drop trigger messages_guard_facts on messages;
    create trigger messages_guard_facts before update on messages
      for each row execute function scim_guard_message_facts();
    drop trigger messages_guard_recipient on messages;
    create trigger messages_guard_recipient before update of recipient_name on messages
      for each row execute function scim_guard_recipient();
    drop trigger messages_guard on messages;
    create trigger messages_guard before update on messages
      for each row execute function scim_guard_message();
    drop trigger message_events_no_update on message_events;
    drop trigger message_events_append_only on message_events;
    create trigger message_events_append_only before update or delete on message_events
      for each row execute function scim_refuse_rewrite();
    drop trigger reservation_changes_no_update on reservation_changes;
    drop trigger reservation_changes_append_only on reservation_changes;
    create trigger reservation_changes_append_only before update or delete on reservation_changes
      for each row execute function scim_refuse_rewrite();
    drop trigger status_history_no_update on status_history;
    drop trigger status_history_append_only on status_history;
    create trigger status_history_append_only before update or delete on status_history
      for each row execute function scim_refuse_rewrite();
    drop function scim_may_erase(message_events, message_events);
    drop function scim_may_erase(reservation_changes, reservation_changes);
    drop function scim_may_erase(status_history, status_history);
    drop function scim_may_erase(messages, messages);
    drop function scim_message_of_erased(messages);
    drop function scim_of_erased(integer);
    drop function scim_is_erased(integer);
    drop function scim_erased(message_events);
    drop function scim_erased(messages);
    drop function scim_erased(reservation_changes);
    drop function scim_erased(status_history);
    drop function scim_erased(reservations);
    drop function scim_erased(clients);
  `)
}
