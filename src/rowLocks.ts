import type { PayloadRequest } from 'payload'
import { isRowId, rowsOf, sql } from '@/database'

/** Whoever decides on a row holds it until the transaction ends: of two, the second reads what the first wrote. */

/**
 * Locks a reservation's row until the transaction ends. Payload reads a document before it writes
 * it: without this lock two decisions at once both read `en_attente` and both succeed.
 */
export const lockReservation = (req: PayloadRequest, id: number | string): Promise<void> =>
  lockRowOf(req, 'reservations', id)

/** Tables whose rows people edit, and Payload rewrites whole. */
export type EditedTable = 'reservations' | 'properties' | 'message_templates' | 'users'

/** The same for any row that people edit: of two edits at once the second sees the first. */
export async function lockRowOf(
  req: PayloadRequest,
  table: EditedTable,
  id: number | string,
): Promise<void> {
  if (!isRowId(id)) return
  await rowsOf(req, sql`select 1 from ${sql.identifier(table)} where id = ${Number(id)} for update`)
}

/**
 * Lets one booking of a property through at a time, so that the second reads what the first wrote.
 * The exclusion constraint would refuse it too, but two inserts that meet there can deadlock.
 */
export async function lockProperty(req: PayloadRequest, id: number): Promise<void> {
  await rowsOf(req, sql`select 1 from properties where id = ${id} for no key update`)
}
