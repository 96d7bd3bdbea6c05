import type { DefaultServerCellComponentProps } from 'payload'
import { deliveryFate, type DeliveryFacts } from '@/domain/channelLedger'
import { atWords } from './PhoneLedger'
import { Tag } from './Tag'
import { adminLocale } from './words'

/** Where a text to a phone stands: what its provider reported, and not just that it was accepted. */
export function PhoneStateCell({ rowData, i18n }: DefaultServerCellComponentProps) {
  const locale = adminLocale(i18n)
  // as: the list hands over whole rows of the one collection that has this cell, but untyped.
  const row = rowData as DeliveryFacts & { createdAt: string }
  const { words, colour } = deliveryFate(row, locale, (iso) => atWords(iso, row.createdAt, locale))
  return <Tag colour={colour}>{words}</Tag>
}
