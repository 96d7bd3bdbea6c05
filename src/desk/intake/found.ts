import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import type { Locale } from '@/domain/status'

/** What the house has already of what a file names: one statement each, whatever its length. */

const listed = (values: readonly string[]) =>
  sql`(select value from json_array_elements_text(${JSON.stringify([...new Set(values)])}::json))`

type Person = { name: string; phone: string; email: string | null }

/** One person is one record: the same name, phone and e-mail, as for whoever asks on the site. */
export const personKey = ({ name, phone, email }: Person) => JSON.stringify([name, phone, email])

export async function knownClients(
  req: PayloadRequest,
  people: readonly Person[],
): Promise<Map<string, number>> {
  const rows = await rowsOf<Person & { id: number }>(
    req,
    sql`select id, name, phone, email from clients
        where phone in ${listed(people.map(({ phone }) => phone))} order by id desc`,
  )
  return new Map(rows.map((row) => [personKey(row), row.id]))
}

export async function knownSlugs(
  req: PayloadRequest,
  slugs: readonly string[],
): Promise<Set<string>> {
  const rows = await rowsOf<{ slug: string }>(
    req,
    sql`select slug from properties where slug in ${listed(slugs)}`,
  )
  return new Set(rows.map(({ slug }) => slug))
}

/** Those of the addresses that may own properties, by address in lower case. */
export async function knownOwners(
  req: PayloadRequest,
  emails: readonly string[],
): Promise<Map<string, number>> {
  const rows = await rowsOf<{ id: number; email: string }>(
    req,
    sql`select id, lower(email) as email from users
        where lower(email) in ${listed(emails)} and role in ('proprietaire', 'admin')`,
  )
  return new Map(rows.map(({ id, email }) => [email, id]))
}

export type KnownProperty = { id: number; title: string; slug: string; slotMinutes: number }

/** Properties by page address or by title. */
export const namedProperties = (req: PayloadRequest, names: readonly string[]) =>
  rowsOf<KnownProperty>(
    req,
    sql`select id, title, slug, slot_minutes::int as "slotMinutes" from properties
        where slug in ${listed(names)} or title in ${listed(names)} order by id`,
  )

/** References that stand in the house already, imported or its own. */
export async function knownReferences(
  req: PayloadRequest,
  references: readonly string[],
): Promise<Set<string>> {
  const rows = await rowsOf<{ reference: string }>(
    req,
    sql`select reference from past_reservations where reference in ${listed(references)}
        union select reference from reservations where reference in ${listed(references)}`,
  )
  return new Set(rows.map(({ reference }) => reference))
}

/** Where a line stands already. */
export const inHouse = (locale: Locale) =>
  locale === 'fr' ? 'déjà enregistré ici' : 'already recorded here'
export const onLine = (line: number, locale: Locale) =>
  locale === 'fr' ? `à la ligne ${line} de ce fichier` : `on line ${line} of this file`
