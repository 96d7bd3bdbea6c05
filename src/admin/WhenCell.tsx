import type { DefaultServerCellComponentProps } from 'payload'
import { dayInWords, momentInWords } from '@/domain/wording'
import { env } from '@/env'
import { adminLocale } from './words'

/** When it takes place, in the clock of the place and not of the browser. */
export function WhenCell({ cellData, rowData, i18n }: DefaultServerCellComponentProps) {
  const instant = new Date(String(cellData))
  if (Number.isNaN(instant.getTime())) return null
  const locale = adminLocale(i18n)
  const inWords = rowData.kind === 'sejour' ? dayInWords : momentInWords
  return <span>{inWords(instant, env.timeZone, locale)}</span>
}
