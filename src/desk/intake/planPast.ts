import { COLUMNS } from '@/domain/intake/columns'
import { readRow, type CellFault, type Values } from '@/domain/intake/rows'
import type { Kind, Words } from '@/domain/status'
import { instantOf, localDay } from '@/domain/zone'
import { inHouse, knownReferences, namedProperties, onLine, type KnownProperty } from './found'
import type { PlanContext, PlanLine } from './plan'

export type PastToMake = {
  reference: string
  status: 'confirmee' | 'annulee'
  kind: Kind
  property: number
  client: { name: string; phone: string; email: string | null }
  startsAt: string
  endsAt: string
  note: string | null
}

const MINUTE = 60_000
const WORDS = {
  noProperty: { fr: 'aucun bien ne porte ce nom', en: 'no property has this name' },
  severalProperties: {
    fr: 'plusieurs biens portent ce nom : donnez l’adresse de la page',
    en: 'several properties have this name: give the page address',
  },
  time: {
    fr: 'avec l’heure, par exemple 03/06/2024 10:00',
    en: 'with a time, such as 2024-06-03 10:00',
  },
  nights: { fr: 'à remplir pour un séjour', en: 'must be filled in for a stay' },
  order: { fr: 'après le début', en: 'after the start' },
  future: {
    fr: 'dans le passé : une réservation à venir se saisit avec « Prendre un appel »',
    en: 'in the past: a coming reservation is entered with “Take a call”',
  },
} satisfies Record<string, Words>

type Value = Values<'reservations'>
type Name = keyof (typeof COLUMNS)['reservations']

/** What took place before: written as it was, promised to nobody. */
export async function planPast(context: PlanContext): Promise<PlanLine[]> {
  const { req, table, at, locale } = context
  const read = table.rows.map((row) => ({ row, found: readRow('reservations', row, context) }))
  const values = read.flatMap(({ found }) => ('value' in found ? [found.value] : []))
  const properties = await namedProperties(
    req,
    values.map(({ property }) => property),
  )
  const known = await knownReferences(
    req,
    values.map(({ reference }) => reference),
  )
  const lineOf = new Map<string, number>()
  return read.map(({ row, found }): PlanLine => {
    const { line } = found
    const label = row.cells[at.reference ?? -1] ?? ''
    if ('faults' in found) return { line, label, outcome: 'refuse', faults: found.faults }
    const { value } = found
    const before = lineOf.get(value.reference)
    if (before === undefined) lineOf.set(value.reference, line)
    if (known.has(value.reference)) return { line, label, outcome: 'deja', where: inHouse(locale) }
    if (before !== undefined) return { line, label, outcome: 'deja', where: onLine(before, locale) }
    const judged = judge(value, properties, context)
    return 'faults' in judged
      ? { line, label, outcome: 'refuse', faults: judged.faults }
      : { line, label, outcome: 'cree', make: judged.make }
  })
}

function judge(
  value: Value,
  properties: readonly KnownProperty[],
  { locale, zone, now }: PlanContext,
): { make: PastToMake } | { faults: CellFault[] } {
  const faults: CellFault[] = []
  const wrong = (name: Name, words: Words) =>
    faults.push({ column: COLUMNS.reservations[name][locale], message: words[locale] })
  const bySlug = properties.filter(({ slug }) => slug === value.property)
  const found =
    bySlug.length > 0 ? bySlug : properties.filter(({ title }) => title === value.property)
  const [property] = found
  if (!property) wrong('property', WORDS.noProperty)
  if (found.length > 1) wrong('property', WORDS.severalProperties)
  const period = periodOf(value, property?.slotMinutes ?? 30, zone)
  if ('fault' in period) wrong(period.name, period.fault)
  else if (period.endsAt <= period.startsAt) wrong('endsAt', WORDS.order)
  else if (period.endsAt > now) wrong('startsAt', WORDS.future)
  if (faults.length > 0 || !property || 'fault' in period) return { faults }
  const { reference, status, kind, name, phone, email, note } = value
  return {
    make: {
      reference,
      status,
      kind,
      property: property.id,
      client: { name, phone, email },
      startsAt: period.startsAt.toISOString(),
      endsAt: period.endsAt.toISOString(),
      note,
    },
  }
}

/** A stay counts in days; an appointment has an hour, and lasts a slot where no end is given. */
function periodOf(
  { kind, startsAt, endsAt }: Value,
  slotMinutes: number,
  zone: string,
): { startsAt: Date; endsAt: Date } | { name: Name; fault: Words } {
  if (kind === 'sejour') {
    if (!endsAt) return { name: 'endsAt', fault: WORDS.nights }
    const day = (instant: Date) => instantOf(localDay(instant, zone), '00:00', zone)
    return { startsAt: day(startsAt.instant), endsAt: day(endsAt.instant) }
  }
  if (!startsAt.hasTime) return { name: 'startsAt', fault: WORDS.time }
  if (endsAt && !endsAt.hasTime) return { name: 'endsAt', fault: WORDS.time }
  return {
    startsAt: startsAt.instant,
    endsAt: endsAt?.instant ?? new Date(startsAt.instant.getTime() + slotMinutes * MINUTE),
  }
}
