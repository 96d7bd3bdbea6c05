import type { Agency } from './agency'
import { SUN } from './palette'
import { escapeHtml } from './templateValues'

/** The drawn mark of an agency on its colour, as an SVG file: the icon of pages and telephones. */

const HOUSE = `<path d="M6 16 16 7l10 9" fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/><path d="M10 15v10h12V15" fill="none" stroke="#fff" stroke-width="2.6" stroke-linejoin="round"/><path d="M14 25v-6h4v6" fill="${SUN}"/>`

const letters = (initials: string) =>
  `<text x="16" y="21.5" text-anchor="middle" font-family="system-ui,sans-serif" font-size="${initials.length > 1 ? 15 : 18}" font-weight="700" fill="#fff">${escapeHtml(initials)}</text>`

export function markFile({ colour, initials, mark }: Agency): string {
  const drawn = mark === 'maison' ? HOUSE : letters(initials)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${colour}"/>${drawn}</svg>`
}
