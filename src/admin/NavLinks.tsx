import Link from 'next/link'
import type { ServerProps } from 'payload'
import { isAdmin, isEditor } from '@/access'
import { dashboardWords } from '@/admin/dashboard/words'
import { intakeWords } from '@/i18n/intake'
import { adminLocale } from './words'

/** The screens of owners and admins that belong to no collection. */
export function NavLinks({ user, i18n }: ServerProps) {
  if (!user || isEditor({ req: { user } })) return null
  const locale = adminLocale(i18n)
  const words = dashboardWords(locale)
  return (
    <div className="nav-group scim-nav">
      <Link className="nav__link" href="/admin/appel" prefetch={false}>
        {words.takeCall}
      </Link>
      <Link className="nav__link" href="/admin/calendrier" prefetch={false}>
        {words.calendar}
      </Link>
      {isAdmin({ req: { user } }) && (
        <Link className="nav__link" href="/admin/imports" prefetch={false}>
          {intakeWords(locale).title}
        </Link>
      )}
    </div>
  )
}
