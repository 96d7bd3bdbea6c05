import { Tag } from './Tag'
import type { DefaultServerCellComponentProps } from 'payload'
import { promiseLine } from './promiseLine'
import { adminLocale } from './words'

export function PromiseCell({ rowData, cellData, i18n }: DefaultServerCellComponentProps) {
  const line = promiseLine({ ...rowData, respondBy: cellData }, new Date(), adminLocale(i18n))
  if (!line) return null
  if (!line.words) return <span>{line.before}</span>
  const style = line.late || line.missed ? 'error' : line.open ? 'warning' : 'success'
  return <Tag colour={style}>{line.open ? `${line.before} · ${line.words}` : line.words}</Tag>
}
