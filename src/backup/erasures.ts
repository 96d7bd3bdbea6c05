import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ClientBase } from 'pg'
import { z } from 'zod'
import { fingerprintOf } from '@/domain/chain'

/**
 * The list of erasures, kept outside the database as well: a backup from before an erasure still
 * holds what was erased, and must not bring it back. A client is named by its number and the instant
 * of its record, which together fit no client of another house.
 */

const schema = z.object({
  client: z.number().int(),
  createdAt: z.iso.datetime(),
  at: z.iso.datetime(),
  by: z.number().int().nullable(),
  why: z.enum(['demande', 'delai']),
})
export type Erasure = z.infer<typeof schema>

/** Beside the photos, in the folder that outlives a database. */
export const ERASURES = path.resolve(/* turbopackIgnore: true */ '.data/erasures.jsonl')

/** A line that a crash cut off is none: the database still has it, and it is written again. */
export function listedErasures(file: string): Erasure[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [schema.parse(JSON.parse(line))]
      } catch {
        return [] // See above.
      }
    })
}

export async function erasuresIn(client: Pick<ClientBase, 'query'>): Promise<Erasure[]> {
  const { rows: tables } = await client.query<{ there: boolean }>(
    `select to_regclass('public.erasures') is not null as there`,
  )
  if (!tables[0]?.there) return []
  const { rows } = await client.query<Omit<Erasure, 'at' | 'createdAt'> & Dates>(
    `select e.client_id as client, c.created_at as "createdAt", e.at, e.by_user as by, e.why
     from erasures e join clients c on c.id = e.client_id order by e.at, e.client_id`,
  )
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    at: row.at.toISOString(),
  }))
}

type Dates = { at: Date; createdAt: Date }

const nameOf = ({ client, createdAt }: Erasure) => `${client} ${createdAt}`

/** Adds what the list does not have yet; nothing is ever taken from it. */
export function listErasures(file: string, erasures: Erasure[]): void {
  const listed = new Set(listedErasures(file).map(nameOf))
  const lines = erasures
    .filter((erasure) => !listed.has(nameOf(erasure)))
    .map((erasure) => `${JSON.stringify(erasure)}\n`)
  if (lines.length === 0) return
  mkdirSync(path.dirname(file), { recursive: true })
  // A line end first: the last line may be one that a crash cut off.
  appendFileSync(file, `\n${lines.join('')}`, { mode: 0o600 })
}

/** Erases again what a restored database brought back. @returns how many clients */
export async function applyErasures(client: ClientBase, erasures: Erasure[]): Promise<number> {
  let applied = 0
  for (const erasure of erasures) {
    await client.query('begin')
    try {
      if (await eraseAgain(client, erasure)) applied += 1
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw error
    }
  }
  return applied
}

async function eraseAgain(client: ClientBase, erasure: Erasure): Promise<boolean> {
  const { rowCount } = await client.query(
    `select 1 from clients where id = $1 and created_at = $2 and not scim_is_erased(id)
     for update`,
    [erasure.client, erasure.createdAt],
  )
  if (!rowCount) return false
  await closeReservations(client, erasure.client)
  await client.query(`insert into erasures (client_id, at, by_user, why) values ($1, $2, $3, $4)`, [
    erasure.client,
    erasure.at,
    erasure.by,
    erasure.why,
  ])
  return true
}

/** What was open when the backup was made ended before the erasure: it ends here too. */
async function closeReservations(client: ClientBase, person: number): Promise<void> {
  await client.query(
    `update messages m set state = 'abandonnee', lease_until = null, next_attempt_at = null
     from clients c where c.id = $1 and m.state = 'en_cours' and (
       m.reservation_id in (select id from reservations where client_id = c.id)
       or m.reservation_id is null and lower(m.recipient) = lower(c.email))`,
    [person],
  )
  await client.query(
    `update channel_deliveries d set state = 'abandonnee', lease_until = null, next_attempt_at = null
     from reservations r where r.client_id = $1 and r.id = d.reservation_id
       and d.state = 'en_cours'`,
    [person],
  )
  const { rows: open } = await client.query<{ id: number; from: string; reason: string }>(
    `update reservations r set status = 'annulee', awaiting_until = null, status_reason =
       (case when o.status = 'confirmee' then 'annulee_gestion' else 'expiree' end)::text
         ::enum_reservations_status_reason
     from reservations o join scim_hinders_erasure($1) h on h.reference = o.reference
     where r.id = o.id and h.why = 'active'
     returning r.id, o.status as "from", r.status_reason as reason`,
    [person],
  )
  for (const { id, from, reason } of open) {
    const { rows } = await client.query<{ hash: string }>(
      `insert into status_history (reservation_id, "from", "to", actor, reason, at)
       values ($1, $2, 'annulee', 'systeme', $3, clock_timestamp()) returning hash`,
      [id, from, reason],
    )
    // Every step stands in a message; the erasure leaves it its fingerprint.
    const fingerprint = fingerprintOf(rows[0]?.hash ?? '')
    await client.query(
      `insert into messages (reservation_id, direction, channel, audience, text, state, fingerprint)
       values ($1, 'sortant', 'espace', 'client', $2, 'publiee', $2)`,
      [id, fingerprint],
    )
  }
}
