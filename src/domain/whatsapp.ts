import type { Locale } from './status'

/**
 * A click-to-chat link, or null without a number: then nothing shows WhatsApp at all. The digits
 * are those of the E.164 number; Congo's leading 0 is one of them.
 */
export function whatsappLink(phone: string | null, text: string): string | null {
  if (!phone) return null
  return `https://wa.me/${phone.replace(/\D/g, '')}?text=${encodeURIComponent(text)}`
}

/** What the client's message begins with: the reference and no personal data. */
export function clientText(reference: string, locale: Locale): string {
  return locale === 'fr'
    ? `Bonjour, je vous écris au sujet de ma demande ${reference}.`
    : `Hello, I am writing about my request ${reference}.`
}

/** The same while there is no reference yet. */
export function strangersText(locale: Locale): string {
  return locale === 'fr'
    ? 'Bonjour, j’ai une question sur une réservation.'
    : 'Hello, I have a question about a reservation.'
}
