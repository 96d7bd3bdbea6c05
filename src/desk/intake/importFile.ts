import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import { readTable } from '@/domain/intake/table'
import { localeOf } from '@/refusal'
import { countsOf, planOf, type PlanLine } from './plan'
import { intakeOf, lockImports } from './records'
import { makeRecords, type Made } from './makeRecords'

/** `change`: the data is no longer what the person saw. `passe`: it was imported, or forgotten. */
export type ImportOutcome = 'importe' | 'change' | 'passe' | 'rien' | 'conflit'

/**
 * Does what a dry run showed, all of it or nothing. One import at a time: the next one sees what this
 * one wrote, and then its dry run is out of date.
 * @param shown the hash of the plan that the person saw
 */
export async function importFile(
  req: PayloadRequest,
  id: number,
  shown: string,
): Promise<ImportOutcome> {
  if (!(await lockImports(req))) return 'conflit'
  const [locked] = await rowsOf<{ content: Buffer | null }>(
    req,
    sql`select content from intakes where id = ${id} and state = 'essai' for update`,
  )
  const intake = await intakeOf(req, id)
  if (!locked?.content || !intake) return 'passe'
  const read = readTable(locked.content)
  if ('fault' in read) return 'passe'
  const plan = await planOf(req, intake.kind, read.table, localeOf(req))
  if (plan.hash !== shown) return 'change'
  const wanted = plan.lines.filter((line) => line.outcome === 'cree')
  if (wanted.length === 0) return 'rien'
  const origin = (line: PlanLine) => `${intake.fileName}, ligne ${line.line}, ${intake.byName}`
  const made = await makeRecords(req, intake.kind, wanted, origin)
  await noteRows(req, id, made)
  const counts = countsOf(plan)
  await rowsOf(
    req,
    sql`update intakes set state = 'importe', imported_at = now(), content = null,
          plan_hash = ${plan.hash},
          made = ${counts.made}, known = ${counts.known}, refused = ${counts.refused}
        where id = ${id}`,
  )
  return 'importe'
}

const noteRows = (req: PayloadRequest, id: number, made: readonly Made[]) =>
  rowsOf(
    req,
    sql`insert into intake_rows (intake_id, line, record, record_id, stamp)
        select ${id}, line, record, id, stamp
        from json_to_recordset(${JSON.stringify(made)}::json)
          as made (line int, record text, id int, stamp timestamptz)`,
  )
