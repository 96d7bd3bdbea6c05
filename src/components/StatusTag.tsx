import type { Status } from '@/domain/status'
import { Icon } from './Icon'

const ICONS = { en_attente: 'clock', confirmee: 'check', annulee: 'cross' } as const

/** The status in words; the drawing and the colour only underline them. */
export function StatusTag({ status, label }: { status: Status; label: string }) {
  return (
    <strong className={`tag ${status}`}>
      <Icon name={ICONS[status]} />
      {label}
    </strong>
  )
}
