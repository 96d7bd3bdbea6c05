import { readablePhone } from '@/domain/phone'
import type { Dictionary } from '@/i18n/dictionary'

export type Contact = {
  contactEmail: string
  contactPhone: string | null
  whatsappUrl: string | null
}

/** Whom to reach. Without a WhatsApp number nothing stands in its place. */
export function ContactLines({ contact, t }: { contact: Contact; t: Dictionary }) {
  return (
    <ul className="contact">
      {contact.contactPhone && (
        <li>
          {t.footer.phone} :{' '}
          <a href={`tel:${contact.contactPhone.replace(/\s/g, '')}`}>
            {readablePhone(contact.contactPhone)}
          </a>
        </li>
      )}
      <li>
        {t.footer.email} : <a href={`mailto:${contact.contactEmail}`}>{contact.contactEmail}</a>
      </li>
      {contact.whatsappUrl && (
        <li>
          <WhatsAppLink url={contact.whatsappUrl} label={t.footer.whatsapp} />
        </li>
      )}
    </ul>
  )
}

export function WhatsAppLink({
  url,
  label,
  button,
}: {
  url: string
  label: string
  button?: boolean
}) {
  return (
    <a className={button ? 'button whatsapp' : undefined} href={url} rel="noopener">
      {label}
    </a>
  )
}
