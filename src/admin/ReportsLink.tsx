import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { isEditor } from '@/access'
import { adminLocale, adminWords } from './words'

type Props = Pick<AdminViewServerProps, 'user' | 'i18n'>

export function ReportsLink({ user, i18n }: Props) {
  if (!user || isEditor({ req: { user } })) return null
  return (
    <Link className="nav__link" href="/admin/rapports" prefetch={false}>
      <span className="nav__link-label">{adminWords(adminLocale(i18n)).reports.title}</span>
    </Link>
  )
}
