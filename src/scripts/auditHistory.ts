import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import { chainFaults, type ChainedReservation, type ChainRow } from '@/domain/chain'

export type Audit = { reservations: number; steps: number; witnesses: number; findings: string[] }

type Row = Omit<ChainedReservation, 'history'> & {
  id: number
  history: (Omit<ChainRow, 'at'> & { at: string })[]
}

const PAGE = 500

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * Checks every history against its hashes and against the fingerprints in messages already written.
 * It shares no code with the trigger that sealed them, so that one cannot cover up for the other.
 */
export async function auditHistory(client: ClientBase): Promise<Audit> {
  const audit: Audit = { reservations: 0, steps: 0, witnesses: 0, findings: [] }
  // One snapshot: a decision made while we read must not look like a break.
  await client.query('begin isolation level repeatable read read only')
  try {
    let page: Row[] = []
    do {
      page = await readPage(client, page.at(-1)?.id ?? 0)
      for (const row of page) {
        const history = row.history.map((step) => ({ ...step, at: new Date(step.at) }))
        const faults = chainFaults({ ...row, history }, sha256)
        audit.reservations += 1
        audit.steps += history.length
        audit.witnesses += row.witnesses.length
        audit.findings.push(...faults.map((fault) => `${row.reference}: ${fault}.`))
      }
    } while (page.length === PAGE)
    audit.findings.push(...(await strayFindings(client)))
  } finally {
    await client.query('rollback')
  }
  return audit
}

async function readPage(client: ClientBase, after: number): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `select r.id, r.reference, r.status,
       coalesce((select json_agg(json_build_object('id', h.id, 'from', h."from", 'to', h."to",
           'actor', h.actor, 'reason', h.reason, 'at', h.at,
           'previousHash', h.previous_hash, 'hash', h.hash) order by h.id)
         from status_history h where h.reservation_id = r.id), '[]') as history,
       coalesce((select json_agg(json_build_object('id', m.id, 'fingerprint', m.fingerprint,
           'text', m.text) order by m.id)
         from messages m where m.reservation_id = r.id and m.fingerprint is not null), '[]')
         as witnesses
     from reservations r where r.id > $1 order by r.id limit $2`,
    [after, PAGE],
  )
  return rows
}

/** Steps whose reservation is gone: the foreign key refuses it, somebody with all rights does not. */
async function strayFindings(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ id: number }>(
    `select h.id from status_history h
     where not exists (select 1 from reservations r where r.id = h.reservation_id) order by h.id`,
  )
  return rows.map(({ id }) => `step ${id} belongs to no reservation.`)
}
