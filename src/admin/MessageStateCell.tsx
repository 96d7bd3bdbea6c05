import type { DefaultServerCellComponentProps } from 'payload'
import { FATE_COLOURS, FATE_LABELS, fateOf } from '@/domain/ledger'
import { Tag } from './Tag'
import { adminLocale } from './words'

/** Where a message stands, in the ledger's one word for it. */
export function MessageStateCell({ rowData, i18n }: DefaultServerCellComponentProps) {
  // as: the list hands over whole rows of the one collection that has this cell, but untyped.
  const fate = fateOf(rowData as Parameters<typeof fateOf>[0])
  return <Tag colour={FATE_COLOURS[fate]}>{FATE_LABELS[fate][adminLocale(i18n)]}</Tag>
}
