import { rows } from './sql'

/** A reservation as its row alone: many of them cost one statement. No message goes with it. */
export type Planted = {
  reference: string
  kind: 'visite' | 'location' | 'achat' | 'sejour'
  property_id: number
  client_id: number
  created_at: Date
  starts_at: Date
  ends_at: Date
  respond_by: Date
  hold_until: Date
  sla_minutes: number
  status?: 'en_attente' | 'confirmee' | 'annulee'
  status_reason?: string
  responded_at?: Date
  answer_minutes?: number
}

/** Writes them with their first step of history. @returns their ids, in the same order */
export async function plant(reservations: readonly Planted[]): Promise<number[]> {
  const written = await rows<{ id: number }>(
    `with given as (
       select * from jsonb_populate_recordset(null::reservations, $1) with ordinality),
     written as (
       insert into reservations (reference, status, status_reason, kind, property_id, client_id,
         created_at, starts_at, ends_at, respond_by, hold_until, sla_minutes, responded_at,
         answer_minutes, request_key, awaiting_until, tracking_hash, tracking_version)
       select reference, coalesce(status, 'en_attente'), status_reason, kind, property_id, client_id,
         created_at, starts_at, ends_at, respond_by, hold_until, sla_minutes, responded_at,
         answer_minutes, 'key ' || reference, case when responded_at is null then respond_by end,
         'hash ' || reference, 1
       from given order by ordinality returning id, created_at)
     select id from written order by id`,
    [JSON.stringify(reservations)],
  )
  const ids = written.map(({ id }) => id)
  await rows(
    `insert into status_history (reservation_id, "to", actor, at)
     select id, 'en_attente', 'client', created_at from reservations where id = any($1) order by id`,
    [ids],
  )
  return ids
}

/** A client; without an e-mail address all is said on the page alone. */
export async function aClient(name: string, email: string | null): Promise<number> {
  const [row] = await rows<{ id: number }>(
    `insert into clients (name, phone, email) values ($1, '+242066' || lpad(
       (select count(*) from clients)::text, 6, '0'), $2) returning id`,
    [name, email],
  )
  if (!row) throw new Error('no client was written')
  return row.id
}
