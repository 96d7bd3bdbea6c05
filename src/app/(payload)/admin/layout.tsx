import config from '@payload-config'
import type { Metadata } from 'next'
import { getPayload } from 'payload'
import type { ReactNode } from 'react'
import { agencyOf } from '@/admin/agency'

/** Every title of the panel ends with the agency's name. */
export async function generateMetadata(): Promise<Metadata> {
  const name = (await agencyOf(await getPayload({ config }))).name.fr
  return { title: { default: name, template: `%s · ${name}` } }
}

export default function PanelLayout({ children }: { children: ReactNode }) {
  return children
}
