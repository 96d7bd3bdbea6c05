import { Tag } from './Tag'
import type { DefaultServerCellComponentProps } from 'payload'
import { MESSAGE_STATE_LABELS, MESSAGE_STATES } from '@/domain/message'
import { adminLocale } from './words'

const COLOURS: Record<(typeof MESSAGE_STATES)[number], 'light' | 'success' | 'warning' | 'error'> =
  {
    a_envoyer: 'light',
    en_cours: 'light',
    envoyee: 'success',
    echouee: 'warning',
    abandonnee: 'error',
    publiee: 'success',
  }

export function MessageStateCell({ cellData, i18n }: DefaultServerCellComponentProps) {
  const state = MESSAGE_STATES.find((one) => one === cellData)
  if (!state) return null
  return <Tag colour={COLOURS[state]}>{MESSAGE_STATE_LABELS[state][adminLocale(i18n)]}</Tag>
}
