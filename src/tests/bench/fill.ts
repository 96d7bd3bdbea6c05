import { createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import type { Client } from 'pg'
import { makeReference } from '@/domain/reference'
import { hashOf } from '@/secrets'

export const PASSWORD = 'mot-de-passe-du-banc'
const CHUNK = 25_000
/** An agency grows with its bookings: one property for each 500, one owner for each ten of those. */
export const sizeOf = (rows: number) => {
  const properties = Math.max(20, Math.ceil(rows / 500))
  return { properties, owners: properties / 10, clients: Math.ceil(rows / 2) }
}

/** The key of the tracking links (see src/secrets.ts), without the settings of a server. */
const tokenOf = (secret: string, reference: string) =>
  createHmac('sha256', secret).update(`suivi\n${reference}:1`).digest('base64url')

/**
 * Fills a migrated database with reservations, one a day and property back in time, each with its
 * client, its sealed history and two messages. Triggers are off for speed; the hashes come from
 * the same function the trigger calls, and every constraint but foreign keys is checked.
 * @returns the reference of the newest and its tracking token
 */
export async function fill(sql: Client, rows: number, secret: string) {
  const size = sizeOf(rows)
  await sql.query(`set session_replication_role = replica; set maintenance_work_mem = '512MB';
    set synchronous_commit = off; set timezone = 'UTC'`)
  await people(sql, size)
  const indexes = await dropIndexes(sql)
  let newest = { reference: '', token: '' }
  const given = new Set<string>()
  await sql.query('create temp table step (like status_history)')
  for (let from = 0; from < rows; from += CHUNK) {
    const references = newReferences(Math.min(CHUNK, rows - from), given)
    const tokens = references.map((reference) => tokenOf(secret, reference))
    newest = from === 0 ? { reference: references[0] ?? '', token: tokens[0] ?? '' } : newest
    await sql.query(RESERVATIONS, [from, references, tokens.map(hashOf), size.properties])
    await sql.query(STEPS, [from, from + references.length])
    await sql.query(FIRST_STEPS)
    await sql.query(SECOND_STEPS)
    await sql.query('truncate step')
    await sql.query(MESSAGES, [from, from + references.length])
  }
  for (const index of indexes) await sql.query(index)
  await sql.query('select scim_recount_answers()')
  for (const table of [
    'users',
    'properties',
    'clients',
    'reservations',
    'status_history',
    'messages',
  ])
    await sql.query(
      `select setval(pg_get_serial_sequence('${table}', 'id'), max(id)) from ${table}`,
    )
  await sql.query(`set session_replication_role = origin; set synchronous_commit = on`)
  await sql.query('vacuum analyze')
  await sql.query('checkpoint')
  return newest
}

/** Of 100,000 at random two are the same one time in seven. @param given those there are, grows */
function newReferences(count: number, given: Set<string>): string[] {
  const made: string[] = []
  while (made.length < count) {
    const reference = makeReference(randomBytes(8))
    if (given.has(reference)) continue
    given.add(reference)
    made.push(reference)
  }
  return made
}

async function people(sql: Client, size: ReturnType<typeof sizeOf>): Promise<void> {
  const salt = randomBytes(32).toString('hex')
  const hash = `pbkdf2-sha256-v1:${pbkdf2Sync(PASSWORD, salt, 600_000, 32, 'sha256').toString('hex')}`
  await sql.query(
    `insert into users (id, name, role, email, salt, hash)
     select n + 1, 'Équipe ' || n, (case when n = 0 then 'admin' else 'proprietaire' end)::enum_users_role,
       'equipe' || n || '@scim.example', $2, $3 from generate_series(0, $1::int) n`,
    [size.owners, salt, hash],
  )
  await sql.query(
    `insert into properties (id, title, slug, status, city, district, description)
     select n, 'Villa ' || n, 'bien-' || n, 'publie', 'Brazzaville', 'Mpila',
       'Une villa de plain-pied avec un jardin planté de manguiers.'
     from generate_series(1, $1::int) n`,
    [size.properties],
  )
  await sql.query(`insert into properties_kinds ("order", parent_id, value)
    select 1, id, 'visite' from properties`)
  await sql.query(`insert into properties_visit_hours (_order, _parent_id, id, day, "from", "to")
    select d, p.id, p.id || '-' || d, d::text::enum_properties_visit_hours_day, '08:00', '17:00'
    from properties p, generate_series(1, 7) d`)
  await sql.query(`insert into properties_rels ("order", parent_id, path, users_id)
    select 1, id, 'owners', 2 + (id - 1) / 10 from properties`)
  await sql.query(
    `insert into clients (id, name, phone, email, locale)
     select n, (array['Awa','Nadège','Serge','Prisca','Aimé','Clarisse','Jean-Bosco','Rosine'])[1 + n % 8]
       || ' ' || (array['Mabiala','Mouyabi','Bouanga','Loemba','Tchicaya','Ngouabi','Makosso'])[1 + n % 7]
       || ' ' || n, '+24206' || lpad(n::text, 7, '0'), 'client' || n || '@example.com', 'fr'
     from generate_series(1, $1::int) n`,
    [size.clients],
  )
}

/** Indexes that guard nothing are built at the end: ten times faster than row by row. */
async function dropIndexes(sql: Client): Promise<string[]> {
  const { rows } = await sql.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i left join pg_constraint c on c.conindid = i.indexrelid
     where c.oid is null and not i.indisunique
       and i.indrelid in ('reservations'::regclass, 'status_history'::regclass,
         'messages'::regclass, 'clients'::regclass)`,
  )
  for (const { name } of rows) await sql.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}

/** The newest of each property waits, 70 of 100 others are confirmed, the rest refused. */
const RESERVATIONS = `
  with given as (
    select reference, hash, $1::int + n::int - 1 as i
    from unnest($2::text[], $3::text[]) with ordinality u (reference, hash, n)),
  placed as (
    select *, 1 + i % $4::int as property, i / $4::int as day,
      date_trunc('second', now()) - make_interval(days => i / $4::int, mins => 1 + i % 20) as asked
    from given)
  insert into reservations (id, reference, status, status_reason, decided_by_name, kind, property_id,
    starts_at, ends_at, client_id, respond_by, responded_at, hold_until, source, locale,
    request_key, sla_minutes, awaiting_until, tracking_hash, tracking_version, created_at)
  select i + 1, reference,
    (case when day = 0 then 'en_attente' when i % 10 < 7 then 'confirmee' else 'annulee' end)::enum_reservations_status,
    (case when day > 0 and i % 10 >= 7 then 'refusee' end)::enum_reservations_status_reason,
    case when day > 0 then 'Équipe 1' end, 'visite', property,
    slot, slot + interval '30 minutes', 1 + i / 2, asked + interval '30 minutes',
    case when day > 0 then asked + interval '10 minutes' end, asked + interval '24 hours',
    'portail', 'fr', 'banc-' || i, 30,
    case when day = 0 then asked + interval '30 minutes' end, hash, 1, asked
  from placed, lateral (select date_trunc('day', now()) + make_interval(
    days => 3 - day, hours => 7, mins => 30 * ((day + property) % 18)) as slot) s`

const STEPS = `
  insert into step (id, reservation_id, "from", "to", actor, actor_name, reason, at)
  select r.id * 2 - 1, r.id, null::enum_status_history_from, 'en_attente'::enum_status_history_to,
    'client'::enum_status_history_actor, null, null::enum_status_history_reason, r.created_at
  from reservations r where r.id > $1 and r.id <= $2
  union all
  select r.id * 2, r.id, 'en_attente', r.status::text::enum_status_history_to, 'proprietaire',
    'Équipe 1', r.status_reason::text::enum_status_history_reason, r.responded_at
  from reservations r where r.id > $1 and r.id <= $2 and r.status <> 'en_attente'`

const SEALED = `insert into status_history
  (id, reservation_id, "from", "to", actor, actor_name, reason, at, previous_hash, hash)
  select s.id, s.reservation_id, s."from", s."to", s.actor, s.actor_name, s.reason, s.at`
const FIRST_STEPS = `${SEALED}, null, scim_seal(s.reservation_id, null, row(s.*)::status_history)
  from step s where s."from" is null`
const SECOND_STEPS = `${SEALED}, f.hash, scim_seal(s.reservation_id, f.hash, row(s.*)::status_history)
  from step s join status_history f on f.id = s.id - 1 where s."from" is not null`

const MESSAGES = `
  insert into messages (id, reservation_id, subject, state, text, direction, channel, audience,
    recipient, recipient_name, template, template_version, attempts, sent_at, server_answer, created_at)
  select r.id * 2 - m.n, r.id, 'Votre demande ' || r.reference, 'envoyee',
    'Bonjour, votre demande ' || r.reference || ' est enregistrée. Nous répondons au plus vite.',
    'sortant', 'email', m.audience::enum_messages_audience,
    case when m.n = 1 then 'client' || r.client_id else 'equipe1' end || '@example.com', 'Banc',
    m.template, '1', 1, r.created_at, '250 OK', r.created_at
  from reservations r, (values (1, 'client', 'accuse_reception'), (0, 'equipe', 'nouvelle_demande'))
    m (n, audience, template)
  where r.id > $1 and r.id <= $2`
