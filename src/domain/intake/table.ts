import { CsvError, parse } from 'csv-parse/sync'
import type { Words } from '@/domain/status'

/** A spreadsheet's file as a table, whatever program wrote it (RFC 4180, and Excel's habits). */

export const LARGEST_FILE = 2_000_000
export const MOST_ROWS = 5_000

export type Row = { line: number; cells: string[] }
export type Table = { header: string[]; rows: Row[] }

const FAULTS = {
  empty: { fr: 'Ce fichier est vide.', en: 'This file is empty.' },
  large: {
    fr: 'Ce fichier est trop grand : au plus 2 Mo. Divisez-le en plusieurs fichiers.',
    en: 'This file is too large: at most 2 MB. Split it into several.',
  },
  binary: {
    fr: 'Ce n’est pas un fichier CSV. Dans le tableur, enregistrez « CSV UTF-8 ».',
    en: 'This is not a CSV file. In the spreadsheet, save as “CSV UTF-8”.',
  },
  rows: {
    fr: `Ce fichier a plus de ${MOST_ROWS} lignes : divisez-le en plusieurs fichiers.`,
    en: `This file has more than ${MOST_ROWS} lines: split it into several.`,
  },
  noRows: {
    fr: 'Ce fichier n’a pas de ligne sous ses titres de colonnes.',
    en: 'This file has no line beneath its column titles.',
  },
} satisfies Record<string, Words>

const quoteFault = (line: number): Words => ({
  fr: `Le fichier ne se lit plus à partir de la ligne ${line} : un guillemet n’y est pas refermé.`,
  en: `The file cannot be read from line ${line} on: a quotation mark is not closed there.`,
})

/** UTF-8 where it is that, UTF-16 by its mark, else Windows-1252, as Excel saves "CSV". */
function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes) // Not UTF-8: the answer asked for.
  }
}

/** Excel's first line that says what parts the columns, and is no line of the table. */
const SEP_LINE = /^"?sep=([;,\t|])"?(?=\n|$)/i

/** What parts the columns: whatever stands most often in the first line, outside quotation marks. */
function separatorOf(text: string): string {
  const [first = ''] = text.replace(/"(?:[^"]|"")*"/g, '').split('\n')
  const counts = [';', ',', '\t'].map((mark) => [mark, first.split(mark).length] as const)
  return counts.sort(([, one], [, other]) => other - one)[0]?.[0] ?? ';'
}

/** Control characters but line breaks are dropped, and the apostrophe that hides a formula. */
const CONTROL = /[^\P{Cc}\n]/gu
const clean = (cell: string) =>
  cell
    .toWellFormed()
    .replace(CONTROL, '')
    .trim()
    .replace(/^'(?=[=+\-@|])/, '')

export function readTable(bytes: Uint8Array): { table: Table } | { fault: Words } {
  if (bytes.byteLength > LARGEST_FILE) return { fault: FAULTS.large }
  // One kind of line break: inside quotation marks csv-parse counts \r\n as two.
  const whole = textOf(bytes).replace(/\r\n?/g, '\n')
  const told = SEP_LINE.exec(whole)?.[1]
  // The line stays, empty: lines are counted as the spreadsheet shows them.
  const text = whole.replace(SEP_LINE, '')
  if (text.includes('\0')) return { fault: FAULTS.binary }
  const rows: Row[] = []
  let last = 0
  try {
    parse(text, {
      delimiter: told ?? separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: LARGEST_FILE,
      on_record: (cells: string[], { lines }: { lines: number }) => {
        last = lines
        // `lines` is where a record ends; a cell of several lines begins before.
        const breaks = cells.join('').match(/\n/g)?.length ?? 0
        if (cells.some((cell) => cell.trim()))
          rows.push({ line: lines - breaks, cells: cells.map(clean) })
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { fault: quoteFault(last + 1) }
  }
  const [header, ...body] = rows
  if (!header) return { fault: FAULTS.empty }
  if (body.length > MOST_ROWS) return { fault: FAULTS.rows }
  if (body.length === 0) return { fault: FAULTS.noRows }
  return { table: { header: header.cells, rows: body } }
}
