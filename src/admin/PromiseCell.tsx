import { Pill } from '@payloadcms/ui'
import type { DefaultServerCellComponentProps } from 'payload'
import { promiseLine } from './promiseLine'
import { adminLocale } from './words'

export function PromiseCell({ rowData, cellData, i18n }: DefaultServerCellComponentProps) {
  const line = promiseLine({ ...rowData, respondBy: cellData }, new Date(), adminLocale(i18n))
  if (!line) return null
  if (!line.words) return <span>{line.before}</span>
  const style = line.late || line.missed ? 'error' : line.waiting ? 'warning' : 'success'
  return (
    <Pill pillStyle={style} size="small">
      {line.waiting ? `${line.before} · ${line.words}` : line.words}
    </Pill>
  )
}
