import { readFileSync } from 'node:fs'
import { withClient } from '@/scripts/openDatabase'
import { brokenInvariants } from '@/backup/invariants'
import type { Line } from './report'
import type { Target } from './target'

/** What must still be true when everybody has gone. */

type Row = { id: number; facts: string }

/** What no stranger may change of a reservation, as text; what time itself does is left out. */
const FACTS = `select r.id, concat_ws('|', r.reference, r.property_id, r.client_id, r.kind, r.starts_at, r.ends_at,
    r.respond_by, r.request_key, r.note, c.name, c.phone, c.email,
    (select string_agg(concat_ws('>', h."from", h."to", h.actor, h.at), ',' order by h.at, h.id)
      from status_history h where h.reservation_id = r.id and h.actor <> 'systeme')) as facts
  from reservations r join clients c on c.id = r.client_id order by r.id`

/** Whatever staff keep: nobody who was here may have written any of it. */
const KEPT = `select 'users' as name, md5(string_agg(concat_ws('|', id, email, role, name, hash), ',' order by id)) as facts from users
  union all select 'properties', md5(string_agg(p::text, ',' order by id)) from properties p
  union all select 'settings', md5(string_agg(s::text, ',' order by id)) from settings s
  union all select 'message_templates', md5(string_agg(t::text, ',' order by id)) from message_templates t
  union all select 'api_keys', coalesce(md5(string_agg(k::text, ',' order by id)), '') from api_keys k`

export type Before = { reservations: Map<number, string>; kept: Map<string, string> }

export async function remember({ sql }: Target): Promise<Before> {
  const { rows } = await sql.query<Row>(FACTS)
  const { rows: kept } = await sql.query<{ name: string; facts: string }>(KEPT)
  return {
    reservations: new Map(rows.map(({ id, facts }) => [id, facts])),
    kept: new Map(kept.map(({ name, facts }) => [name, facts])),
  }
}

/** The lines of the table that say whether the house still stands as it did. */
export async function inspect(target: Target, before: Before): Promise<Line[]> {
  const after = await remember(target)
  const line = (name: string, tried: number, findings: string[]): Line => ({
    tool: 'afterwards',
    target: name,
    tried,
    findings,
  })
  const changed = [...before.reservations].filter(
    ([id, facts]) => after.reservations.get(id) !== facts,
  )
  const altered = [...before.kept].filter(([name, facts]) => after.kept.get(name) !== facts)
  const { rows: odd } = await target.sql.query<{ reference: string }>(
    `select reference from reservations where id > $1
       and (status <> 'en_attente' and status_reason is distinct from 'expiree' or source <> 'api')`,
    [Math.max(0, ...before.reservations.keys())],
  )
  const broken = await withClient(target.databaseUrl, (client) => brokenInvariants(client))
  const ready = await fetch(`${target.direct}/readyz`)
  const { status } = (await ready.json()) as { status: string } // as: the contract's shape.
  return [
    line(
      'reservations of before are as they were',
      before.reservations.size,
      changed.map(([id]) => `reservation ${id}`),
    ),
    line(
      'accounts, properties, settings, templates, keys too',
      before.kept.size,
      altered.map(([name]) => name),
    ),
    line(
      'new reservations wait for an answer',
      after.reservations.size - before.reservations.size,
      odd.map(({ reference }) => reference),
    ),
    line('the rules that a backup is checked by', after.reservations.size, broken),
    line(
      '/readyz',
      1,
      ready.status === 200 && status === 'ok' ? [] : [`${ready.status} ${status}`],
    ),
    line('no answer was 5xx, none was missing', 1, target.tap.faults),
    line('the log has no error', 1, errorsIn(target.log)),
  ]
}

/** A line of the log, shortened to what it says and where it comes from. */
function told(text: string): string {
  // as: what our logger writes.
  const { msg = '', err } = JSON.parse(text) as { msg?: string; err?: { stack?: string } }
  return `${msg} ${err?.stack?.trim().split('\n')[0] ?? ''}`
}

const errorsIn = (log: string) =>
  readFileSync(log, 'utf8')
    .split('\n')
    .filter((text) => /"level":\s*(5|6)0/.test(text))
    .map(told)
    .slice(0, 20)
