import Link from 'next/link'
import { adminWords } from '@/admin/words'
import { readablePhone } from '@/domain/phone'
import { whatsappLink } from '@/domain/whatsapp'
import type { Part } from './part'

/** Clients whom no mail has told the latest, with what is needed to reach them now. */
export function UnreachedClients({ unreached, words, locale, agency }: Part) {
  return (
    <section className="scim-block scim-tile-long">
      <h2>{words.unreached}</h2>
      <p>{unreached.length === 0 ? words.nobody : words.unreachedHint}</p>
      <ul className="scim-list">
        {unreached.map(({ reservation, reference, clientName, clientPhone, reason }) => (
          <li key={reservation} className="scim-row">
            <Link href={`/admin/collections/reservations/${reservation}`} prefetch={false}>
              {reference}
            </Link>
            <span>
              {clientName} ({words[reason]})
            </span>
            <a href={`tel:${clientPhone}`}>
              <span className="scim-hidden">
                {words.call} {clientName} :{' '}
              </span>
              {readablePhone(clientPhone)}
            </a>
            <a
              href={
                whatsappLink(clientPhone, adminWords(locale).whatsappText(agency, reference)) ?? ''
              }
              target="_blank"
              rel="noopener noreferrer"
              aria-label={`${words.whatsapp}, ${clientName}`}
            >
              {words.whatsapp}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
