import type { DefaultServerCellComponentProps } from 'payload'
import { readablePhone } from '@/domain/phone'

/** A number as people write it, as on every other screen: it is stored as E.164. */
export function PhoneCell({ cellData }: DefaultServerCellComponentProps) {
  return <span>{cellData ? readablePhone(String(cellData)) : '–'}</span>
}
