import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import type { IntakeKind } from '@/domain/intake/columns'
import { lockImports } from './records'

export type UndoOutcome = 'defait' | 'passe' | 'conflit'

const COLLECTIONS = {
  reservations: 'past-reservations',
  clients: 'clients',
  biens: 'properties',
} as const

/** Each after what refers to it. */
const ORDER: readonly IntakeKind[] = ['reservations', 'clients', 'biens']

/** The reasons for which a record stays; the panel says them in words. */
export type Why = 'reservation' | 'reprise' | 'modifie' | 'efface' | 'parti'

/**
 * Takes an import back: whatever nobody used since goes, the rest stays with its reason. What is
 * looked at is locked, so that nobody begins to use it meanwhile.
 */
export async function undoImport(req: PayloadRequest, id: number): Promise<UndoOutcome> {
  if (!(await lockImports(req))) return 'conflit'
  const [locked] = await rowsOf(
    req,
    sql`select 1 from intakes where id = ${id} and state = 'importe' for update`,
  )
  if (!locked) return 'passe'
  // First, for the database lets past reservations go only in the transaction that says so.
  await rowsOf(
    req,
    sql`update intakes set state = 'defait', undone_at = now(),
          undone_by = ${req.user?.name ?? ''} where id = ${id}`,
  )
  for (const record of ORDER) await takeBack(req, id, record)
  return 'defait'
}

type Row = { recordId: number; why: Why | null }

async function takeBack(req: PayloadRequest, id: number, record: IntakeKind): Promise<void> {
  const collection = COLLECTIONS[record]
  await rowsOf(
    req,
    sql`select 1 from ${TABLES[record]} t where t.id in (
          select record_id from intake_rows where intake_id = ${id} and record = ${record})
        order by t.id for update`,
  )
  const rows = await rowsOf<Row>(
    req,
    sql`select w.record_id as "recordId", ${WHY[record]} as why
        from intake_rows w left join ${TABLES[record]} t on t.id = w.record_id
        where w.intake_id = ${id} and w.record = ${record} order by w.record_id`,
  )
  for (const { recordId, why } of rows)
    if (why === null)
      await req.payload.delete({
        collection,
        id: recordId,
        depth: 0,
        overrideAccess: true, // The caller is an administrator; by REST nobody deletes these.
        req,
      })
  await rowsOf(
    req,
    sql`update intake_rows w set kept = o.why,
          gone_at = case when o.why is null then now() end
        from json_to_recordset(${JSON.stringify(rows)}::json) as o ("recordId" int, why text)
        where w.intake_id = ${id} and w.record = ${record} and w.record_id = o."recordId"`,
  )
}

const TABLES = {
  reservations: sql`past_reservations`,
  clients: sql`clients`,
  biens: sql`properties`,
}

/** Why a record stays, or null where it may go. */
const WHY = {
  reservations: sql`case when t.id is null then 'parti' end`,
  clients: sql`case when t.id is null then 'parti'
    when scim_is_erased(t.id) then 'efface'
    when exists (select 1 from reservations r where r.client_id = t.id) then 'reservation'
    when exists (select 1 from past_reservations p where p.client_id = t.id) then 'reprise'
    when t.updated_at <> w.stamp then 'modifie' end`,
  biens: sql`case when t.id is null then 'parti'
    when exists (select 1 from reservations r where r.property_id = t.id) then 'reservation'
    when exists (select 1 from past_reservations p where p.property_id = t.id) then 'reprise'
    when t.updated_at <> w.stamp then 'modifie' end`,
}
