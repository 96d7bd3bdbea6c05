import config from '@payload-config'
import { getNextRequestI18n } from '@payloadcms/next/utilities'
import type { Metadata } from 'next'
import { getPayload } from 'payload'
import type { ReactNode } from 'react'
import { agencyOf } from '@/admin/agency'
import { recordTitleOf } from '@/admin/recordTitle'
import { viewTitleOf } from '@/admin/viewTitles'
import { adminLocale } from '@/admin/words'
import { askedPath } from '@/portal/page'

/**
 * Every title of the panel ends with the agency's name. A record is called by its own; a screen of the
 * house's own has but one title in Payload's settings, a French one: here it is in the reader's language.
 */
export async function generateMetadata(): Promise<Metadata> {
  const locale = adminLocale(await getNextRequestI18n({ config: await config }))
  const payload = await getPayload({ config })
  const name = (await agencyOf(payload)).name[locale]
  const [path = ''] = (await askedPath()).split('?')
  const own = viewTitleOf(path)?.[locale] ?? (await recordTitleOf(path, payload))
  return { title: { default: name, template: `${own ?? '%s'} · ${name}` } }
}

export default function PanelLayout({ children }: { children: ReactNode }) {
  return children
}
