import { paletteOf, type Palette } from './palette'
import type { Locale } from './status'
import { escapeHtml } from './templateValues'

/** A property's card for other sites: plain HTML and its own style, no script, no cookie, no image. */

export type Card = {
  title: string
  place: string
  /** The agency's, `#rrggbb`. */
  colour: string
  /** Where one books this property. */
  book: string
  /** The next free days or nights, each a way into the booking. */
  free: { words: string; link: string }[]
}

const WORDS = {
  fr: {
    next: 'Prochaines disponibilités',
    none: 'Rien de libre pour l’instant.',
    book: 'Réserver',
  },
  en: { next: 'Next available', none: 'Nothing free at the moment.', book: 'Book' },
} as const

const styleOf = ({ main, accent }: Palette) => `
.scim-carte{font:16px/1.45 system-ui,sans-serif;color:#1c2526;background:#fff;border:1px solid #c9d4d4;
border-radius:8px;padding:16px;max-width:360px;box-sizing:border-box}
.scim-carte h2{margin:0;font-size:18px}.scim-carte p{margin:2px 0 12px;color:#55666a}
.scim-carte h3{margin:0 0 4px;font-size:14px}.scim-carte ul{margin:0 0 14px;padding:0;list-style:none}
.scim-carte li a{display:block;min-height:44px;box-sizing:border-box;padding:11px 0;color:${accent.light}}
.scim-carte .scim-reserver{display:block;padding:12px;border-radius:6px;background:${main};color:#fff;
text-align:center;text-decoration:none;font-weight:600}
.scim-carte a:focus-visible{outline:3px solid #f2a900;outline-offset:2px}`

/** The card alone, to stand inside any page; whatever people wrote is escaped. */
export function cardHtml({ title, place, book, free, colour }: Card, locale: Locale): string {
  const words = WORDS[locale]
  // Inside a frame a link opens the whole page, not the frame.
  const link = (href: string, text: string, css = '') =>
    `<a${css} target="_top" href="${escapeHtml(href)}">${escapeHtml(text)}</a>`
  const days = free.map((day) => `<li>${link(day.link, day.words)}</li>`).join('')
  return `<style>${styleOf(paletteOf(colour))}</style>
<section class="scim-carte" lang="${locale}">
<h2>${escapeHtml(title)}</h2><p>${escapeHtml(place)}</p>
${days ? `<h3>${words.next}</h3><ul>${days}</ul>` : `<p>${words.none}</p>`}
${link(book, words.book, ' class="scim-reserver"')}
</section>`
}

export const cardPage = (card: Card, locale: Locale): string => `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(card.title)}</title></head>
<body style="margin:0">${cardHtml(card, locale)}</body></html>
`
