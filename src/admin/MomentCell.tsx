import Link from 'next/link'
import type { DefaultServerCellComponentProps } from 'payload'
import { placeMoment } from '@/domain/wording'
import { env } from '@/env'
import { adminLocale } from './words'

/** '26/11/2026, 8 h 25', in the clock of the place and not of the browser. */
export function MomentCell(props: DefaultServerCellComponentProps) {
  const { cellData, collectionSlug, i18n, link, rowData } = props
  const instant = new Date(String(cellData))
  if (Number.isNaN(instant.getTime())) return <span>–</span>
  const words = placeMoment(instant, env.timeZone, adminLocale(i18n))
  // A cell of one's own makes its own link: the first column opens the row.
  if (!link) return <span>{words}</span>
  return (
    <Link href={`/admin/collections/${collectionSlug}/${rowData.id}`} prefetch={false}>
      {words}
    </Link>
  )
}
