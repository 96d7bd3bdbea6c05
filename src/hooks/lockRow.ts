import type { CollectionBeforeOperationHook } from 'payload'
import { lockRowOf, type EditedTable } from '@/rowLocks'
import { localeOf, Refusal } from '@/refusal'

/**
 * Before Payload reads the row it is going to rewrite: of two edits of different fields at once
 * neither is lost. A bulk update carries no id: refused.
 */
export const lockRow =
  (table: EditedTable): CollectionBeforeOperationHook =>
  async ({ args, operation, req }) => {
    if (operation !== 'update') return args
    const id = 'id' in args ? args.id : undefined
    if (typeof id !== 'number' && typeof id !== 'string')
      throw new Refusal(
        'en_bloc',
        {
          fr: 'Les fiches se modifient une par une.',
          en: 'Records are edited one by one.',
        },
        'id',
        400,
        localeOf(req),
      )
    await lockRowOf(req, table, id)
    return args
  }
