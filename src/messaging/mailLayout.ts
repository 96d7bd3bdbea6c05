import type { Agency } from '@/domain/agency'
import { paletteOf } from '@/domain/palette'
import type { Locale } from '@/domain/status'
import { escapeHtml } from '@/domain/templateValues'

const FONTS = "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

// Braces stay apart: two in a row would read as a hole that no one filled.
const stylesOf = (colour: string) => `
body, table, td, p, a, li { -webkit-text-size-adjust: 100% }
@media (max-width: 620px) { .corps { padding: 24px 16px !important } }
@media (prefers-color-scheme: dark) {
  .fond { background: #101718 !important }
  .feuille { background: #1a2324 !important; color: #e8eeee !important }
  .lien { color: ${paletteOf(colour).accent.dark} !important }
  .pied, .preuve { color: #a9b8b8 !important; border-color: #34423f !important }
}`

/**
 * A whole HTML mail around a fragment of trusted, already escaped HTML: one 600 px table and inline
 * styles, which every mail program understands.
 * @param footer the last line, plain text
 * @param preheader what an inbox shows after the subject, plain text
 */
export function wrapHtml(mail: {
  html: string
  subject: string
  locale: Locale
  agency: Pick<Agency, 'name' | 'colour'>
  footer: string
  preheader?: string
}): string {
  const { html, subject, locale, agency, footer, preheader } = mail
  return `<!doctype html>
<html lang="${locale}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no, date=no, address=no">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>${stylesOf(agency.colour)}
</style>
</head>
<body class="fond" style="margin:0;padding:0;background:#f2f5f5">
${preheader ? `<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(preheader)}</div>` : ''}
<table role="presentation" class="fond" width="100%" cellpadding="0" cellspacing="0" style="background:#f2f5f5"><tr><td align="center" style="padding:24px 8px">
<table role="presentation" class="feuille" width="600" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px;background:#ffffff;color:#1c2526;font-family:${FONTS};font-size:16px;line-height:1.5;border-radius:8px;overflow:hidden">
<tr><td bgcolor="${agency.colour}" style="padding:16px 32px;color:#ffffff;font-size:18px;font-weight:bold">${escapeHtml(agency.name[locale])}</td></tr>
<tr><td class="corps" style="padding:32px">
${html}
</td></tr>
<tr><td class="pied" style="padding:16px 32px 24px;color:#55666a;font-size:13px;border-top:1px solid #dde5e5">${escapeHtml(footer)}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`
}

/** An address as a link. The class is what the dark sheet gives another colour. */
export const htmlLink = (url: string, agency: Pick<Agency, 'colour'>) =>
  escapedLink(escapeHtml(url), agency)

/** The same for an address found in HTML. */
export const escapedLink = (url: string, { colour }: Pick<Agency, 'colour'>) =>
  `<a href="${url}" class="lien" style="color:${colour}">${url}</a>`

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** The last line of a mail made above, as plain text: its text part ends with the same words. */
export function footerOf(html: string): string {
  const [, footer = ''] = /class="pied"[^>]*>([^<]*)</.exec(html) ?? []
  return footer.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
}
