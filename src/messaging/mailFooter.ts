import { readablePhone } from '@/domain/phone'
import type { Locale } from '@/domain/status'
import { env } from '@/env'
import type { Office } from './office'

/**
 * The last line of every mail: who sent it, and that a reply is read. `Reply-To` is the same address;
 * an owner's own is never given to a client.
 * @param written whether a person wrote the words, rather than the program
 */
export function mailFooter(locale: Locale, office: Office, written = false): string {
  const phone = office.contactPhone ? `, ${readablePhone(office.contactPhone)}` : ''
  const automatic = { fr: 'message automatique. ', en: 'automatic message. ' }[locale]
  const name = office.agency.name[locale]
  const kind = written ? '' : automatic
  return locale === 'fr'
    ? `${name} : ${kind}Vous pouvez répondre à cet e-mail : une personne vous lit à ${env.contactEmail}${phone}.`
    : `${name}: ${kind}You may reply to this e-mail: a person reads it at ${env.contactEmail}${phone}.`
}
