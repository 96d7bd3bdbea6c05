import type { PayloadRequest } from 'payload'
import { databaseNow } from '@/database'
import type { Locale } from '@/domain/status'
import { findColumns, type IntakeKind } from '@/domain/intake/columns'
import type { CellFault } from '@/domain/intake/rows'
import type { Table } from '@/domain/intake/table'
import { env } from '@/env'
import { officeOf } from '@/messaging/office'
import { hashOf } from '@/secrets'
import { planClients, type ClientToMake } from './planClients'
import { planPast, type PastToMake } from './planPast'
import { planProperties, type PropertyToMake } from './planProperties'

/** What an import would do, line by line: shown by the dry run, and done by the import. */

export type ToMake = PropertyToMake | ClientToMake | PastToMake
export type PlanLine = {
  line: number
  /** What the line is about, as the file has it. */
  label: string
} & (
  | { outcome: 'cree'; make: ToMake }
  | { outcome: 'deja'; where: string }
  | { outcome: 'refuse'; faults: CellFault[] }
)

export type Plan = { missing: string[]; unknown: string[]; lines: PlanLine[]; hash: string }

export type PlanContext = {
  req: PayloadRequest
  table: Table
  at: Record<string, number>
  locale: Locale
  country: string
  zone: string
  /** The database's clock. */
  now: Date
}

const PLANS = { biens: planProperties, clients: planClients, reservations: planPast }

/** Reads, and writes nothing. The same file on the same data and currency gives the same hash. */
export async function planOf(
  req: PayloadRequest,
  kind: IntakeKind,
  table: Table,
  locale: Locale,
): Promise<Plan> {
  const { currency } = (await officeOf(req)).agency
  const { at, missing, unknown } = findColumns(kind, table.header, locale, currency)
  const lines =
    missing.length > 0
      ? []
      : await PLANS[kind]({
          req,
          table,
          at,
          locale,
          country: env.country,
          zone: env.timeZone,
          now: await databaseNow(req),
        })
  return {
    missing,
    unknown,
    lines,
    hash: hashOf(JSON.stringify([currency, ...lines.map(printOf)])),
  }
}

/** Words depend on who reads them; what is done does not. */
const printOf = (line: PlanLine) => [
  line.line,
  line.outcome,
  line.outcome === 'cree' ? line.make : null,
]

export const countsOf = ({ lines }: Plan) => ({
  made: lines.filter(({ outcome }) => outcome === 'cree').length,
  known: lines.filter(({ outcome }) => outcome === 'deja').length,
  refused: lines.filter(({ outcome }) => outcome === 'refuse').length,
})
