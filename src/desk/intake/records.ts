import type { PayloadRequest } from 'payload'
import { isRowId, rowsOf, sql } from '@/database'
import type { IntakeKind } from '@/domain/intake/columns'
import type { Words } from '@/domain/status'

/** The files that were brought in, as the table has them. */

export type IntakeState = 'essai' | 'importe' | 'defait'
export type Intake = {
  id: number
  kind: IntakeKind
  state: IntakeState
  fileName: string
  fileHash: string
  planHash: string | null
  fault: Words | null
  byName: string
  createdAt: string
  made: number | null
  known: number | null
  refused: number | null
  importedAt: string | null
  undoneAt: string | null
  undoneBy: string | null
}

const COLUMNS = sql`id, kind, state, file_name as "fileName", file_hash as "fileHash",
  plan_hash as "planHash", fault, by_name as "byName", created_at as "createdAt", made, known,
  refused, imported_at as "importedAt", undone_at as "undoneAt", undone_by as "undoneBy"`

export async function intakeOf(req: PayloadRequest, id: unknown): Promise<Intake | null> {
  if (!isRowId(id)) return null
  const [row] = await rowsOf<Intake>(
    req,
    sql`select ${COLUMNS} from intakes where id = ${Number(id)}`,
  )
  return row ?? null
}

/** The bytes of a dry run, or null where its file is gone. */
export async function contentOf(req: PayloadRequest, id: number): Promise<Buffer | null> {
  const [row] = await rowsOf<{ content: Buffer | null }>(
    req,
    sql`select content from intakes where id = ${id} and state = 'essai'`,
  )
  return row?.content ?? null
}

/** The latest that were imported or undone. */
export const latestIntakes = (req: PayloadRequest) =>
  rowsOf<Intake>(
    req,
    sql`select ${COLUMNS} from intakes where state <> 'essai' order by id desc limit 20`,
  )

export type Kept = { line: number; kept: string }

/** What an undone import left standing, and why. */
export const keptOf = (req: PayloadRequest, id: number) =>
  rowsOf<Kept>(
    req,
    sql`select line, kept from intake_rows where intake_id = ${id} and kept is not null
        order by line, record`,
  )

/**
 * Lets one import or undoing through at a time, until its transaction ends: the next one sees what
 * it wrote. Nobody waits for it, for five thousand lines take longer than a person does.
 */
export async function lockImports(req: PayloadRequest): Promise<boolean> {
  const [lock] = await rowsOf<{ mine: boolean }>(
    req,
    sql`select pg_try_advisory_xact_lock(hashtext('scim intake')) as mine`,
  )
  return lock?.mine ?? false
}
