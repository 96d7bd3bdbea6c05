import { Gutter } from '@payloadcms/ui'
import type { AdminViewServerProps, PayloadRequest } from 'payload'
import type { ReactNode } from 'react'
import { redirect } from 'next/navigation'
import { isAdmin, isOwner } from '@/access'
import type { Locale } from '@/domain/status'
import { askLogin } from './askLogin'
import { PanelFrame } from './PanelFrame'
import { adminLocale } from './words'

type Inside = { req: PayloadRequest; locale: Locale; owner: number | null }
type Props = AdminViewServerProps & {
  title: Record<Locale, string>
  children: (inside: Inside) => Promise<ReactNode>
}

/** A screen of our own in the panel's frame, for owners and admins. `owner` is null for all. */
export async function StaffView({ title, children, ...view }: Props) {
  const { i18n } = view
  const { req } = view.initPageResult
  const asker = { req: { user: req.user } }
  if (!req.user) askLogin(view)
  if (!isAdmin(asker) && !isOwner(asker)) redirect('/admin')
  const locale = adminLocale(i18n)
  const owner = isAdmin(asker) ? null : Number(req.user.id)
  return (
    <PanelFrame view={view} title={title[locale]}>
      <Gutter>
        <h1 className="scim-title">{title[locale]}</h1>
        {await children({ req, locale, owner })}
      </Gutter>
    </PanelFrame>
  )
}
