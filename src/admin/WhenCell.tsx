import type { DefaultServerCellComponentProps } from 'payload'
import { clockTime, dayInWords, unbroken } from '@/domain/wording'
import { env } from '@/env'
import { adminLocale } from './words'

/** When it takes place, in the clock of the place and not of the browser. */
export function WhenCell({ cellData, rowData, i18n }: DefaultServerCellComponentProps) {
  const instant = new Date(String(cellData))
  if (Number.isNaN(instant.getTime())) return null
  const locale = adminLocale(i18n)
  const day = dayInWords(instant, env.timeZone, locale)
  if (rowData.kind === 'sejour') return <span>{day}</span>
  return (
    <span>
      {day}, {unbroken(clockTime(instant, env.timeZone, locale))}
    </span>
  )
}
