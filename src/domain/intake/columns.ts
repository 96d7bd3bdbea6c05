import { DEFAULT_CURRENCY, signOf, type Currency } from '@/domain/currency'
import type { Locale, Words } from '@/domain/status'

/** What a file of each kind may say, and how its columns are called in both languages. */

export const INTAKE_KINDS = ['biens', 'clients', 'reservations'] as const
export type IntakeKind = (typeof INTAKE_KINDS)[number]

export const isIntakeKind = (text: unknown): text is IntakeKind =>
  INTAKE_KINDS.some((kind) => kind === text)

export type Column = Words & { required: boolean; example: [Words, Words] }

const same = (text: string): Words => ({ fr: text, en: text })
const column = (
  fr: string,
  en: string,
  need: 'required' | 'optional',
  first: Words | string,
  second: Words | string,
): Column => ({
  fr,
  en,
  required: need === 'required',
  example: [first, second].map((one) => (typeof one === 'string' ? same(one) : one)) as [
    Words,
    Words,
  ], // as: two go in, two come out.
})

const PERSON = {
  name: column('nom', 'name', 'required', 'Awa Mabiala', 'Serge Bouanga'),
  phone: column('telephone', 'phone', 'required', '06 612 34 56', '+33 6 12 34 56 78'),
  email: column('email', 'email', 'optional', 'awa@example.com', ''),
}

export const COLUMNS = {
  biens: {
    title: column('titre', 'title', 'required', 'Villa du fleuve', 'Appartement du centre'),
    slug: column('adresse_page', 'page_address', 'optional', 'villa-du-fleuve', ''),
    city: column('ville', 'city', 'required', 'Brazzaville', 'Pointe-Noire'),
    district: column('quartier', 'district', 'required', 'Mpila', 'Centre-ville'),
    address: column('adresse', 'address', 'optional', '12, rue Mbochi', ''),
    description: column(
      'description',
      'description',
      'required',
      'Quatre chambres et un jardin.',
      'Deux pièces au troisième étage.',
    ),
    kinds: column(
      'demandes',
      'requests',
      'required',
      { fr: 'visite, location', en: 'viewing, rental' },
      { fr: 'séjour', en: 'stay' },
    ),
    price: column('prix', 'price', 'optional', '450000', '35000'),
    priceUnit: column(
      'prix_par',
      'price_per',
      'optional',
      { fr: 'mois', en: 'month' },
      { fr: 'nuit', en: 'night' },
    ),
    slotMinutes: column('duree_minutes', 'length_minutes', 'optional', '30', ''),
    owners: column('proprietaires', 'owners', 'optional', '', ''),
  },
  clients: {
    ...PERSON,
    locale: column('langue', 'language', 'optional', 'fr', 'en'),
  },
  reservations: {
    reference: column('reference', 'reference', 'required', 'A-2024-017', 'A-2024-018'),
    property: column('bien', 'property', 'required', 'villa-mpila', 'villa-mpila'),
    ...PERSON,
    kind: column(
      'demande',
      'request',
      'required',
      { fr: 'visite', en: 'viewing' },
      { fr: 'séjour', en: 'stay' },
    ),
    startsAt: column('debut', 'start', 'required', '03/06/2024 10:00', '2024-07-01'),
    endsAt: column('fin', 'end', 'optional', '03/06/2024 10:30', '2024-07-05'),
    status: column(
      'statut',
      'status',
      'required',
      { fr: 'confirmée', en: 'confirmed' },
      { fr: 'annulée', en: 'cancelled' },
    ),
    note: column('note', 'note', 'optional', '', ''),
  },
} satisfies Record<IntakeKind, Record<string, Column>>

/** A title as people type it: without accents, capitals, spaces or marks. */
export const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')

export type Columns = {
  /** Where each column stands in the file. */
  at: Record<string, number>
  missing: string[]
  /** Titles that mean nothing here: their cells are left out, and the report says so. */
  unknown: string[]
}

/** How a column may be called; a price also with the house's currency, and with no other. */
function titlesOf(name: string, words: Words, currency: Currency): string[] {
  const titles = [words.fr, words.en]
  if (name !== 'price') return titles.map(plain)
  const signs = ['', currency, signOf(currency, 'fr')]
  return titles.flatMap((title) => signs.map((sign) => plain(`${title} ${sign}`)))
}

/** Finds the columns of a header, in either language. The first of two alike counts. */
export function findColumns(
  kind: IntakeKind,
  header: readonly string[],
  locale: Locale,
  currency = DEFAULT_CURRENCY,
): Columns {
  const columns: [string, Column][] = Object.entries(COLUMNS[kind])
  const titles = header.map(plain)
  const at: Record<string, number> = {}
  for (const [name, words] of columns) {
    const index = titles.findIndex((title) => titlesOf(name, words, currency).includes(title))
    if (index >= 0) at[name] = index
  }
  const used = new Set(Object.values(at))
  return {
    at,
    missing: columns
      .filter(([name, { required }]) => required && !(name in at))
      .map(([, words]) => words[locale]),
    unknown: header.filter((title, index) => title && !used.has(index)),
  }
}

/** A header and two lines to begin from. */
export function exampleOf(kind: IntakeKind, locale: Locale): string[][] {
  const columns: Column[] = Object.values(COLUMNS[kind])
  return [
    columns.map((words) => words[locale]),
    ...([0, 1] as const).map((line) => columns.map(({ example }) => example[line][locale])),
  ]
}
