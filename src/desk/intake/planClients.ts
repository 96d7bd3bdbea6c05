import type { Locale } from '@/domain/status'
import { readRow } from '@/domain/intake/rows'
import { inHouse, knownClients, onLine, personKey } from './found'
import type { PlanContext, PlanLine } from './plan'

export type ClientToMake = { name: string; phone: string; email: string | null; locale: Locale }

export async function planClients(context: PlanContext): Promise<PlanLine[]> {
  const { req, table, at, locale } = context
  const read = table.rows.map((row) => ({ row, found: readRow('clients', row, context) }))
  const known = await knownClients(
    req,
    read.flatMap(({ found }) => ('value' in found ? [found.value] : [])),
  )
  const lineOf = new Map<string, number>()
  return read.map(({ row, found }) => {
    const { line } = found
    if ('faults' in found)
      return {
        line,
        label: row.cells[at.name ?? -1] ?? '',
        outcome: 'refuse',
        faults: found.faults,
      }
    const { name, phone, email } = found.value
    const key = personKey(found.value)
    const before = lineOf.get(key)
    if (before === undefined) lineOf.set(key, line)
    if (known.has(key)) return { line, label: name, outcome: 'deja', where: inHouse(locale) }
    if (before !== undefined)
      return { line, label: name, outcome: 'deja', where: onLine(before, locale) }
    const make = { name, phone, email, locale: found.value.locale ?? 'fr' }
    return { line, label: name, outcome: 'cree', make }
  })
}
