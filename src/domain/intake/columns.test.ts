import { describe, expect, test } from 'vitest'
import { exampleOf, findColumns, isIntakeKind, plain } from './columns'

/** The tables as a person finds them: titles and two lines to begin from, in both languages. */
describe('the example', () => {
  test('of properties', () => {
    expect(exampleOf('biens', 'fr')).toEqual([
      [
        'titre',
        'adresse_page',
        'ville',
        'quartier',
        'adresse',
        'description',
        'demandes',
        'prix',
        'prix_par',
        'duree_minutes',
        'proprietaires',
      ],
      [
        'Villa du fleuve',
        'villa-du-fleuve',
        'Brazzaville',
        'Mpila',
        '12, rue Mbochi',
        'Quatre chambres et un jardin.',
        'visite, location',
        '450000',
        'mois',
        '30',
        '',
      ],
      [
        'Appartement du centre',
        '',
        'Pointe-Noire',
        'Centre-ville',
        '',
        'Deux pièces au troisième étage.',
        'séjour',
        '35000',
        'nuit',
        '',
        '',
      ],
    ])
    expect(exampleOf('biens', 'en')[0]).toEqual([
      'title',
      'page_address',
      'city',
      'district',
      'address',
      'description',
      'requests',
      'price',
      'price_per',
      'length_minutes',
      'owners',
    ])
    expect(exampleOf('biens', 'en')[1]?.slice(6, 9)).toEqual(['viewing, rental', '450000', 'month'])
  })

  test('of clients', () => {
    expect(exampleOf('clients', 'fr')).toEqual([
      ['nom', 'telephone', 'email', 'langue'],
      ['Awa Mabiala', '06 612 34 56', 'awa@example.com', 'fr'],
      ['Serge Bouanga', '+33 6 12 34 56 78', '', 'en'],
    ])
    expect(exampleOf('clients', 'en')[0]).toEqual(['name', 'phone', 'email', 'language'])
  })

  test('of past reservations', () => {
    expect(exampleOf('reservations', 'fr')).toEqual([
      [
        'reference',
        'bien',
        'nom',
        'telephone',
        'email',
        'demande',
        'debut',
        'fin',
        'statut',
        'note',
      ],
      [
        'A-2024-017',
        'villa-mpila',
        'Awa Mabiala',
        '06 612 34 56',
        'awa@example.com',
        'visite',
        '03/06/2024 10:00',
        '03/06/2024 10:30',
        'confirmée',
        '',
      ],
      [
        'A-2024-018',
        'villa-mpila',
        'Serge Bouanga',
        '+33 6 12 34 56 78',
        '',
        'séjour',
        '2024-07-01',
        '2024-07-05',
        'annulée',
        '',
      ],
    ])
    expect(exampleOf('reservations', 'en')[0]).toEqual([
      'reference',
      'property',
      'name',
      'phone',
      'email',
      'request',
      'start',
      'end',
      'status',
      'note',
    ])
  })
})

test.each([
  ['biens', ['title', 'city', 'district', 'description', 'requests']],
  ['clients', ['name', 'phone']],
  ['reservations', ['reference', 'property', 'name', 'phone', 'request', 'start', 'status']],
] as const)('of %s these columns must be there: %j', (kind, missing) => {
  expect(findColumns(kind, [], 'en')).toEqual({ at: {}, missing, unknown: [] })
})

test('the first of two columns alike counts, untitled ones are no riddle', () => {
  expect(findColumns('clients', ['Nom', 'name', '', 'Téléphone'], 'fr')).toEqual({
    at: { name: 0, phone: 3 },
    missing: [],
    unknown: ['name'],
  })
})

test.each([
  ['biens', true],
  ['clients', true],
  ['reservations', true],
  ['Biens', false],
  [null, false],
])('%j can be imported: %s', (kind, is) => {
  expect(isIntakeKind(kind)).toBe(is)
})

test.each([
  ['XAF', 'Prix (FCFA)', true],
  ['XAF', 'prix_xaf', true],
  ['XAF', 'Price', true],
  ['XAF', 'prix_usd', false],
  ['USD', 'Prix (USD)', true],
  ['USD', 'price_usd', true],
  ['USD', 'prix', true],
  ['USD', 'Prix FCFA', false],
  ['EUR', 'prix €', true],
] as const)('in a house of %s a column “%s” is its price: %s', (currency, title, is) => {
  const { at, unknown } = findColumns('biens', ['titre', title], 'fr', currency)
  expect('price' in at).toBe(is)
  expect(unknown).toEqual(is ? [] : [title])
})

test('titles are compared without accents, capitals, spaces or marks', () => {
  expect(plain(' Durée -- (minutes) n° 2 ')).toBe('dureeminutesn2')
})
