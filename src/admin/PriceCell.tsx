import type { DefaultServerCellComponentProps } from 'payload'
import { money } from '@/domain/currency'
import { agencyOf } from './agency'
import { adminLocale } from './words'

export async function PriceCell({ cellData, payload, i18n }: DefaultServerCellComponentProps) {
  if (typeof cellData !== 'number') return null
  const { currency } = await agencyOf(payload)
  return <span>{money(cellData, currency, adminLocale(i18n))}</span>
}
