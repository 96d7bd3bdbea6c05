import Link from 'next/link'
import type { ServerProps } from 'payload'
import { isEditor } from '@/access'
import { dashboardWords } from '@/admin/dashboard/words'
import { adminLocale } from './words'

/** The two screens of owners and admins that belong to no collection. */
export function NavLinks({ user, i18n }: ServerProps) {
  if (!user || isEditor({ req: { user } })) return null
  const words = dashboardWords(adminLocale(i18n))
  return (
    <div className="nav-group scim-nav">
      <Link className="nav__link" href="/admin/appel" prefetch={false}>
        {words.takeCall}
      </Link>
      <Link className="nav__link" href="/admin/calendrier" prefetch={false}>
        {words.calendar}
      </Link>
    </div>
  )
}
