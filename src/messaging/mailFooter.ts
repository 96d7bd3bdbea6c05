import { readablePhone } from '@/domain/phone'
import type { Locale } from '@/domain/status'
import { env } from '@/env'
import type { Office } from './office'

/** The last line of every mail: who sent it, and where a person can be reached. */
export function mailFooter(locale: Locale, office: Office): string {
  const phone = office.contactPhone ? `, ${readablePhone(office.contactPhone)}` : ''
  return locale === 'fr'
    ? `SCIM Immobilier : message automatique. Une personne vous répond à ${env.contactEmail}${phone}.`
    : `SCIM Immobilier: automatic message. A person answers at ${env.contactEmail}${phone}.`
}
