import { Tag } from './Tag'
import type { DefaultServerCellComponentProps } from 'payload'
import { STATUS_COLOURS, STATUS_LABELS, STATUSES } from '@/domain/status'
import { adminLocale } from './words'

export function StatusCell({ cellData, i18n }: DefaultServerCellComponentProps) {
  const status = STATUSES.find((one) => one === cellData)
  if (!status) return null
  return <Tag colour={STATUS_COLOURS[status]}>{STATUS_LABELS[status][adminLocale(i18n)]}</Tag>
}
