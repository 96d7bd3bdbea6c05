import type { Status } from '@/domain/status'

/** The status in words; the colour only underlines them. */
export function StatusTag({ status, label }: { status: Status; label: string }) {
  return <strong className={`tag ${status}`}>{label}</strong>
}
