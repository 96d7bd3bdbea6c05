import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { getSafeRedirect } from 'payload/shared'
import { Logo } from '@/admin/Logo'
import { adminLocale } from '@/admin/words'
import { LoginSteps } from './LoginSteps.client'

/** Instead of Payload's login, which knows of no second step. */
export function LoginView({ initPageResult, searchParams }: AdminViewServerProps) {
  const { user, i18n, payload } = initPageResult.req
  const wanted = searchParams?.redirect
  const target = getSafeRedirect({
    fallbackTo: '/admin',
    redirectTo: Array.isArray(wanted) ? (wanted[0] ?? '') : (wanted ?? ''),
  })
  if (user) redirect(target)
  return (
    <div className="scim-login">
      <Logo payload={payload} i18n={i18n} />
      <LoginSteps locale={adminLocale(i18n)} target={target} />
    </div>
  )
}
