import type { Locale, Words } from '@/domain/status'
import * as cell from './cells'
import { COLUMNS, type Column, type IntakeKind } from './columns'
import type { Row } from './table'

/** What one line says. All wrong cells are told at once. */

export type CellFault = { column: string; message: string }
export type Read<Value> = { line: number } & ({ value: Value } | { faults: CellFault[] })

type Place = { country: string; zone: string }

const readsOf = ({ country, zone }: Place) => {
  const person = {
    name: cell.words(2, 120),
    phone: cell.phone(country),
    email: cell.optional(cell.email),
  }
  return {
    biens: {
      title: cell.words(2, 200),
      slug: cell.optional(cell.slug),
      city: cell.words(1, 100),
      district: cell.words(1, 100),
      address: cell.optional(cell.words(1, 200)),
      description: cell.words(1, 5000),
      kinds: cell.kinds,
      price: cell.optional(cell.wholeNumber(0, 999_999_999_999)),
      priceUnit: cell.optional(cell.priceUnit),
      slotMinutes: cell.optional(cell.wholeNumber(5, 480)),
      owners: cell.optional(cell.emails),
    },
    clients: { ...person, locale: cell.optional(cell.locale) },
    reservations: {
      reference: cell.words(1, 60),
      property: cell.words(1, 200),
      ...person,
      kind: cell.kind,
      startsAt: cell.moment(zone),
      endsAt: cell.optional(cell.moment(zone)),
      status: cell.pastStatus,
      note: cell.lines(1000),
    },
  } satisfies { [Kind in IntakeKind]: Record<keyof (typeof COLUMNS)[Kind], cell.Read<unknown>> }
}

type Reads = ReturnType<typeof readsOf>
export type Values<Kind extends IntakeKind> = {
  [Name in keyof Reads[Kind]]: Reads[Kind][Name] extends cell.Read<infer Value> ? Value : never
}

const REQUIRED: Words = { fr: 'à remplir', en: 'must be filled in' }

/** @param at where each column stands in the file; what is not there is empty */
export function readRow<Kind extends IntakeKind>(
  kind: Kind,
  row: Row,
  context: Place & { at: Record<string, number>; locale: Locale },
): Read<Values<Kind>> {
  const { at, locale } = context
  const columns: Record<string, Column> = COLUMNS[kind]
  const reads: [string, cell.Read<unknown>][] = Object.entries(readsOf(context)[kind])
  const faults: CellFault[] = []
  const values: Record<string, unknown> = {}
  for (const [name, read] of reads) {
    const text = row.cells[at[name] ?? -1] ?? ''
    const column = columns[name]
    const found = text === '' && column?.required ? { fault: REQUIRED } : read(text)
    if ('fault' in found)
      faults.push({ column: column?.[locale] ?? name, message: found.fault[locale] })
    else values[name] = found.value
  }
  if (faults.length > 0) return { line: row.line, faults }
  return { line: row.line, value: values as Values<Kind> } // as: every read of the kind has run.
}

/** `Villa du Fleuve, Mpila` as `villa-du-fleuve-mpila`. */
export const slugOf = (title: string) =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 100)
    .replace(/-$/, '')
