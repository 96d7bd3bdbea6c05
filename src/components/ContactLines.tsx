import { readablePhone } from '@/domain/phone'
import type { Dictionary } from '@/i18n/dictionary'
import { Icon } from './Icon'

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
          <Icon name="phone" />
          {t.footer.phone}
          {t.colon}
          <a href={`tel:${contact.contactPhone.replace(/\s/g, '')}`}>
            {readablePhone(contact.contactPhone)}
          </a>
        </li>
      )}
      <li>
        <Icon name="mail" />
        {t.footer.email}
        {t.colon}
        <a href={`mailto:${contact.contactEmail}`}>{contact.contactEmail}</a>
      </li>
      {contact.whatsappUrl && (
        <li>
          <Icon name="chat" />
          <WhatsAppLink url={contact.whatsappUrl} label={t.footer.whatsapp} />
        </li>
      )}
    </ul>
  )
}

type LinkProps = { url: string; label: string; button?: boolean }

export function WhatsAppLink({ url, label, button }: LinkProps) {
  return (
    <a className={button ? 'button whatsapp' : undefined} href={url} rel="noopener">
      {label}
    </a>
  )
}
