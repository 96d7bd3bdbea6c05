import type { ServerProps } from 'payload'
import { agencyOf } from './agency'
import { Mark } from './Icon'
import { adminLocale } from './words'

export async function Logo({ payload, i18n }: Pick<ServerProps, 'payload' | 'i18n'>) {
  const agency = await agencyOf(payload)
  return (
    <span className="scim-logo">
      <Mark agency={agency} />
      <span>{agency.name[adminLocale(i18n)]}</span>
    </span>
  )
}
