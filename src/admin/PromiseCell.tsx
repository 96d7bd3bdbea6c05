import { Tag } from './Tag'
import type { DefaultServerCellComponentProps } from 'payload'
import { requestEnd } from '@/requestEnds'
import { promiseLine } from './promiseLine'
import { adminLocale } from './words'

export async function PromiseCell(cell: DefaultServerCellComponentProps) {
  const { rowData, cellData, i18n, payload } = cell
  const row = { ...rowData, id: Number(rowData.id), respondBy: cellData }
  const endedAt = await requestEnd(payload, row)
  const line = promiseLine(row, new Date(), adminLocale(i18n), endedAt)
  if (!line) return null
  if (!line.words) return <span>{line.before}</span>
  const style = line.late || line.missed ? 'error' : line.open ? 'warning' : 'success'
  return <Tag colour={style}>{line.open ? `${line.before} · ${line.words}` : line.words}</Tag>
}
