import Link from 'next/link'
import type { ServerProps } from 'payload'
import { isAdmin } from '@/access'
import { healthWords } from './healthWords'
import { adminLocale } from './words'

/** The way to the page on configuration and health, where only administrators have it. */
export function HealthLink({ user, i18n }: ServerProps) {
  if (!isAdmin({ req: { user: user ?? null } })) return null
  return (
    <Link className="nav__link" href="/admin/sante" prefetch={false}>
      <span className="nav__link-label">{healthWords(adminLocale(i18n)).title}</span>
    </Link>
  )
}
