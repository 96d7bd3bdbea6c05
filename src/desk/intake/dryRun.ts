import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import type { IntakeKind } from '@/domain/intake/columns'
import { readTable } from '@/domain/intake/table'
import { localeOf } from '@/refusal'
import { countsOf, planOf } from './plan'

/**
 * Reads a file and keeps what would become of it, for whoever is to say yes. Nothing else is
 * written. A file that cannot be read is kept as its fault alone.
 * @returns the id of the dry run
 */
export async function dryRun(
  req: PayloadRequest,
  kind: IntakeKind,
  file: { name: string; bytes: Buffer },
): Promise<number> {
  const read = readTable(file.bytes)
  const plan = 'table' in read ? await planOf(req, kind, read.table, localeOf(req)) : null
  const counts = plan && countsOf(plan)
  const [row] = await rowsOf<{ id: number }>(
    req,
    sql`insert into intakes (kind, file_name, file_hash, plan_hash, fault, content, by_user,
          by_name, made, known, refused)
        values (${kind}, ${file.name}, ${createHash('sha256').update(file.bytes).digest('hex')},
          ${plan?.hash ?? null}, ${'fault' in read ? JSON.stringify(read.fault) : null}::jsonb,
          ${plan ? file.bytes : null}, ${Number(req.user?.id)}, ${req.user?.name ?? ''},
          ${counts?.made ?? null}, ${counts?.known ?? null}, ${counts?.refused ?? null})
        returning id`,
  )
  if (!row) throw new Error('a dry run was not written')
  return row.id
}
