import { describe, expect, test } from 'vitest'
import { exampleOf, findColumns, INTAKE_KINDS, type IntakeKind } from './columns'
import { readRow, slugOf } from './rows'

const PLACE = { country: 'CG', zone: 'Africa/Brazzaville', locale: 'fr' as const }

function read<Kind extends IntakeKind>(kind: Kind, row: Record<string, string>) {
  const header = Object.keys(row)
  const { at } = findColumns(kind, header, 'fr')
  return readRow(kind, { line: 2, cells: Object.values(row) }, { ...PLACE, at })
}
const faultsOf = (kind: IntakeKind, row: Record<string, string>) => {
  const found = read(kind, row)
  return 'faults' in found ? found.faults.map(({ column }) => column) : []
}

const PROPERTY = {
  titre: 'Villa  du fleuve',
  ville: 'Brazzaville',
  quartier: 'Mpila',
  description: 'Un jardin.',
  demandes: 'Visite, SÉJOUR',
}
const PAST = {
  reference: 'A-17',
  bien: 'villa-mpila',
  nom: 'Awa Mabiala',
  telephone: '06 612 34 56',
  demande: 'visite',
  debut: '03/06/2024 10:00',
  statut: 'Confirmée',
}

describe('columns', () => {
  test('are found in either language, whatever their accents, capitals and order', () => {
    expect(findColumns('clients', ['E-MAIL', 'Téléphone', 'Name'], 'fr')).toEqual({
      at: { name: 2, phone: 1, email: 0 },
      missing: [],
      unknown: [],
    })
  })

  test('missing and unknown ones are named', () => {
    const { missing, unknown } = findColumns('clients', ['nom', 'couleur'], 'fr')
    expect(missing).toEqual(['telephone'])
    expect(unknown).toEqual(['couleur'])
  })

  test.each(INTAKE_KINDS.flatMap((kind) => (['fr', 'en'] as const).map((l) => [kind, l] as const)))(
    'the example of %s in %s is right in every cell',
    (kind, locale) => {
      const [header = [], ...lines] = exampleOf(kind, locale)
      const { at, missing, unknown } = findColumns(kind, header, locale)
      expect([missing, unknown]).toEqual([[], []])
      expect(lines).toHaveLength(2)
      for (const cells of lines)
        expect(readRow(kind, { line: 2, cells }, { ...PLACE, at })).toHaveProperty('value')
    },
  )
})

test('a property: its words, its kinds, and nothing where nothing stands', () => {
  expect(read('biens', { ...PROPERTY, prix: '450 000', prix_par: 'month' })).toEqual({
    line: 2,
    value: {
      title: 'Villa du fleuve',
      slug: null,
      city: 'Brazzaville',
      district: 'Mpila',
      address: null,
      description: 'Un jardin.',
      kinds: ['visite', 'sejour'],
      price: 450_000,
      priceUnit: 'mois',
      slotMinutes: null,
      owners: null,
    },
  })
})

test('every wrong cell of a line is told at once', () => {
  expect(
    faultsOf('biens', {
      titre: '',
      ville: '',
      adresse_page: 'Pas Bon',
      quartier: 'x',
      description: 'x',
      demandes: 'troc',
      prix: '12,5',
      prix_par: 'semaine',
      duree_minutes: '3',
      proprietaires: 'pas-une-adresse',
    }),
  ).toEqual([
    'titre',
    'adresse_page',
    'ville',
    'demandes',
    'prix',
    'prix_par',
    'duree_minutes',
    'proprietaires',
  ])
  expect(
    faultsOf('clients', { nom: 'A', telephone: '66123456', email: 'a@b', langue: 'lingala' }),
  ).toEqual(['nom', 'telephone', 'email', 'langue'])
})

test('an empty cell that must be filled in is told so, in the language asked for', () => {
  const faults = [
    { column: 'nom', message: 'à remplir' },
    { column: 'telephone', message: 'à remplir' },
  ]
  expect(read('clients', { nom: '', telephone: '' })).toEqual({ line: 2, faults })
  const context = { ...PLACE, locale: 'en' as const, at: {} }
  expect(readRow('clients', { line: 3, cells: ['Awa'] }, context)).toEqual({
    line: 3,
    faults: [
      { column: 'name', message: 'must be filled in' },
      { column: 'phone', message: 'must be filled in' },
    ],
  })
})

test.each([
  ['03/06/2024 10:00', '2024-06-03T09:00:00.000Z', true],
  ['3/6/2024 9h05', '2024-06-03T08:05:00.000Z', true],
  ['2024-06-03T10:00:00', '2024-06-03T09:00:00.000Z', true],
  ['2024-06-03', '2024-06-02T23:00:00.000Z', false],
  ['03.06.2024', '2024-06-02T23:00:00.000Z', false],
])('%s is %s by the clock of the place', (debut, instant, hasTime) => {
  expect(read('reservations', { ...PAST, debut })).toMatchObject({
    value: { startsAt: { instant: new Date(instant), hasTime }, status: 'confirmee' },
  })
})

test.each(['31/02/2024', '2024-13-01', '03/06/24', 'hier', '03/06/2024 25:00', '1e5'])(
  '%s is no date',
  (debut) => expect(faultsOf('reservations', { ...PAST, debut })).toEqual(['debut']),
)

test.each([
  ['Villa du Fleuve, Mpila', 'villa-du-fleuve-mpila'],
  ['  L’Étoile — n° 7  ', 'l-etoile-n-7'],
  ['Sœur & cœur', 'soeur-coeur'],
  ['中文', ''],
  ['x'.repeat(101), 'x'.repeat(100)],
  [`${'x'.repeat(99)} y`, 'x'.repeat(99)],
])('%s stands at %s', (title, slug) => expect(slugOf(title)).toBe(slug))
