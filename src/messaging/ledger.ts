import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import type { LedgerEntry, LedgerKind } from '@/domain/ledger'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** What happened to a message, oldest first. The table takes no update and no delete. */
export function ledgerOf(req: Request, message: number): Promise<(LedgerEntry & { at: string })[]> {
  return rowsOf(
    req,
    sql`select kind, attempt, said_by as by, detail, at from message_events
        where message_id = ${message} order by at, id`,
  )
}

export async function note(
  req: Request,
  entry: { message: number; kind: LedgerKind; by: string | null; detail: string | null },
): Promise<void> {
  await rowsOf(
    req,
    sql`insert into message_events (message_id, kind, said_by, detail)
        values (${entry.message}, ${entry.kind}, ${entry.by}, ${entry.detail})`,
  )
}
