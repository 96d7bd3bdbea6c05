import type { DefaultServerCellComponentProps } from 'payload'
import { money } from '@/domain/currency'
import { agencyOf } from './agency'
import { adminLocale, adminWords } from './words'

export async function PriceCell({ cellData, payload, i18n }: DefaultServerCellComponentProps) {
  const locale = adminLocale(i18n)
  if (typeof cellData !== 'number' || cellData === 0)
    return <span>{adminWords(locale).priceAsked}</span>
  const { currency } = await agencyOf(payload)
  return <span>{money(cellData, currency, locale)}</span>
}
