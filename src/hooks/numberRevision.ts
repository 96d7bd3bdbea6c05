import type { CollectionBeforeChangeHook } from 'payload'
import { rowsOf, sql } from '@/database'

/**
 * Each publication gets the next number, which messages keep as the version of their text. Counted
 * from the published row, not from the draft at hand: restored drafts carry old numbers. The row is
 * locked, so that two publications never share one.
 */
export const numberRevision: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const [row] =
    operation === 'update'
      ? await rowsOf<{ revision: number | null }>(
          req,
          sql`select revision::int as revision from message_templates
              where id = ${originalDoc.id} for update`,
        )
      : []
  const last = row?.revision ?? null
  return { ...data, revision: data._status === 'published' ? (last ?? 0) + 1 : last }
}
