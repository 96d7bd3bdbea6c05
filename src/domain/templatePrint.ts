import type { Locale } from './status'
import { escapeHtml } from './templateValues'
import type { Style } from './editorState'

/** Filled lines, printed twice: as plain text and as HTML for mail programs. */

/** Words in one style; a newline in them breaks the line. */
export type Piece = Style & { text: string }
/** Pieces that lead to one address, or nowhere. `named`: a link that a variable named. */
export type Run = { href: string | null; pieces: Piece[]; named: boolean }
export type Paragraph = Run[]
export type PrintedList = {
  kind: 'list'
  ordered: boolean
  items: { line: Paragraph; lists: PrintedList[] }[]
}
export type Printed = { kind: 'paragraph'; line: Paragraph } | PrintedList

const wordsOf = ({ pieces }: Run) => pieces.map(({ text }) => text).join('')

export function printText(blocks: readonly Printed[], locale: Locale): string {
  return blocks
    .map((block) =>
      block.kind === 'list' ? textList(block, locale, '') : textLine(block.line, locale),
    )
    .join('\n\n')
}

function textList(list: PrintedList, locale: Locale, indent: string): string {
  return list.items
    .map(({ line, lists }, at) => {
      const mark = list.ordered ? `${at + 1}. ` : '- '
      const deeper = indent + ' '.repeat(mark.length)
      const words = textLine(line, locale).replaceAll('\n', `\n${deeper}`)
      const below = lists.map((inner) => textList(inner, locale, deeper))
      return [`${indent}${mark}${words}`, ...below].join('\n')
    })
    .join('\n')
}

function textLine(line: Paragraph, locale: Locale): string {
  return line
    .map((run) => {
      const words = wordsOf(run)
      if (run.href === null) return words
      if (run.named) return `${words}${locale === 'fr' ? ' : ' : ': '}${run.href}`
      return saysItself(words, run.href) ? words : `${words} (${run.href})`
    })
    .join('')
    .replace(/ *\n */g, '\n')
    .trim()
}

/** A link whose words are its address needs no address after them. */
function saysItself(words: string, href: string): boolean {
  const bare = (text: string) => text.replace(/^(https?:\/\/|mailto:|tel:)|\/$|[\s.()-]/g, '')
  return bare(words) === bare(href)
}

const PARAGRAPH = 'margin:0 0 16px'
const BUTTON = `display:inline-block;padding:12px 20px;color:#ffffff;font-weight:bold;text-decoration:none`

/**
 * A fragment for the body of a mail; everything that is not its own markup is escaped.
 * @param accent of buttons and links, `#rrggbb` that carries white text
 */
export function printHtml(blocks: readonly Printed[], accent: string): string {
  return blocks
    .map((block) => {
      if (block.kind === 'list') return htmlList(block, accent)
      const button = buttonOf(block.line)
      return button
        ? htmlButton(button, accent)
        : `<p style="${PARAGRAPH}">${htmlLine(block.line, accent)}</p>`
    })
    .join('\n')
}

/** The link a variable named, when it stands alone in its paragraph. */
function buttonOf(line: Paragraph): Run | null {
  const [only, ...others] = line.filter((run) => wordsOf(run).trim() !== '')
  return only?.named && others.length === 0 ? only : null
}

// Outlook pads a table cell but not a link, hence the table.
const htmlButton = (run: Run, accent: string) =>
  `<table role="presentation" cellpadding="0" cellspacing="0" style="${PARAGRAPH}"><tr>` +
  `<td bgcolor="${accent}" style="border-radius:6px"><a href="${escapeHtml(run.href ?? '')}" ` +
  `style="${BUTTON}">${run.pieces.map(htmlPiece).join('')}</a></td></tr></table>`

function htmlList({ ordered, items }: PrintedList, accent: string): string {
  const tag = ordered ? 'ol' : 'ul'
  const inner = items.map(
    ({ line, lists }) =>
      `<li style="margin:0 0 4px">${htmlLine(line, accent)}${lists.map((list) => htmlList(list, accent)).join('')}</li>`,
  )
  return `<${tag} style="margin:0 0 16px;padding:0 0 0 24px">${inner.join('')}</${tag}>`
}

const htmlLine = (line: Paragraph, accent: string) =>
  line.map((run) => htmlRun(run, accent)).join('')

function htmlRun({ href, pieces }: Run, accent: string): string {
  const words = pieces.map(htmlPiece).join('')
  return href === null
    ? words
    : `<a href="${escapeHtml(href)}" class="lien" style="color:${accent}">${words}</a>`
}

/** A French colon or question mark never begins a line. */
const FRENCH_SPACE = / (?=[:;?!»])|(?<=«) /g

/** A phone number, a reference, a time of day: read out or copied, and never broken over two lines. */
const WHOLE = /\+\d[\d ]{6,18}\d|RSV-\w{4}-\w{4}|\b\d{1,2}(?: h \d{2}|:\d{2} [ap]m)\b/g

function htmlPiece({ text, bold, italic }: Piece): string {
  const words = escapeHtml(text)
    .replace(WHOLE, '<span style="white-space:nowrap">$&</span>')
    .replace(FRENCH_SPACE, '\u00a0')
    .replaceAll('\n', '<br>')
  const slanted = italic ? `<em>${words}</em>` : words
  return bold ? `<strong>${slanted}</strong>` : slanted
}
