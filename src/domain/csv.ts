/** Tables as spreadsheets read them (RFC 4180). */

export type Cell = string | number | null

/** A text that begins so would be run as a formula; OWASP says to put an apostrophe before it. */
const FORMULA = /^[\s]*[=+\-@\t\r|]/

function cellOf(cell: Cell, separator: string): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  const quoted = /["\r\n]/.test(safe) || safe.includes(separator)
  return quoted ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One line, ended by CRLF. French spreadsheets split at `;`, English ones at `,`. */
export function csvLine(cells: readonly Cell[], separator: ';' | ','): string {
  return `${cells.map((cell) => cellOf(cell, separator)).join(separator)}\r\n`
}
