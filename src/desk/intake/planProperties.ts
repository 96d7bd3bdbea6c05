import type { Kind, Words } from '@/domain/status'
import { COLUMNS } from '@/domain/intake/columns'
import { readRow, slugOf, type CellFault, type Values } from '@/domain/intake/rows'
import { inHouse, knownOwners, knownSlugs, onLine } from './found'
import type { PlanContext, PlanLine } from './plan'

export type PropertyToMake = Omit<Values<'biens'>, 'slug' | 'owners' | 'slotMinutes'> & {
  kinds: Kind[]
  slug: string
  slotMinutes: number
  owners: number[]
}

const NO_SLUG: Words = {
  fr: 'à remplir, car le titre n’en donne pas',
  en: 'must be filled in, for the title gives none',
}
const noOwner = (email: string): Words => ({
  fr: `${email} n’est le compte d’aucun propriétaire`,
  en: `${email} is no owner’s account`,
})

/** Properties come in as drafts: a person reads them, gives hours and photos, and publishes. */
export async function planProperties(context: PlanContext): Promise<PlanLine[]> {
  const { req, table, at, locale } = context
  const read = table.rows.map((row) => ({ row, found: readRow('biens', row, context) }))
  const values = read.flatMap(({ found }) => ('value' in found ? [found.value] : []))
  const slugFor = ({ slug, title }: Values<'biens'>) => slug ?? slugOf(title)
  const known = await knownSlugs(req, values.map(slugFor))
  const owners = await knownOwners(
    req,
    values.flatMap((value) => value.owners ?? []),
  )
  const lineOf = new Map<string, number>()
  return read.map(({ row, found }): PlanLine => {
    const { line } = found
    const label = row.cells[at.title ?? -1] ?? ''
    if ('faults' in found) return { line, label, outcome: 'refuse', faults: found.faults }
    const { owners: emails, ...value } = found.value
    const slug = slugFor(found.value)
    const faults: CellFault[] = [
      ...(slug ? [] : [{ column: COLUMNS.biens.slug[locale], message: NO_SLUG[locale] }]),
      ...(emails ?? [])
        .filter((email) => !owners.has(email))
        .map((email) => ({
          column: COLUMNS.biens.owners[locale],
          message: noOwner(email)[locale],
        })),
    ]
    if (faults.length > 0) return { line, label, outcome: 'refuse', faults }
    const before = lineOf.get(slug)
    if (before === undefined) lineOf.set(slug, line)
    if (known.has(slug)) return { line, label, outcome: 'deja', where: inHouse(locale) }
    if (before !== undefined) return { line, label, outcome: 'deja', where: onLine(before, locale) }
    const make = {
      ...value,
      slug,
      slotMinutes: value.slotMinutes ?? 30,
      owners: (emails ?? []).flatMap((email) => owners.get(email) ?? []),
    }
    return { line, label, outcome: 'cree', make }
  })
}
