import { expect, test } from 'vitest'
import { inARow, initialsOf, readAgency, spokenTo } from './agency'

test('a house without settings has neutral words, and says nothing of anybody', () => {
  expect(readAgency(null)).toEqual({
    named: false,
    name: { fr: 'Réservations', en: 'Reservations' },
    shortName: { fr: 'Réservations', en: 'Reservations' },
    initials: 'R',
    colour: '#0b5d5b',
    mark: 'initiales',
    logo: null,
    languages: ['fr', 'en'],
    defaultLanguage: 'fr',
    cities: [],
    currency: 'XAF',
    about: {
      fr: 'Visiter, louer, acheter ou séjourner.',
      en: 'View, rent, buy or stay.',
    },
  })
})

test('the short name is the name where none is given, and blanks are nothing', () => {
  const agency = readAgency({ name: ' Kivu Habitat ', shortName: '  ', aboutFr: ' ' })
  expect(agency.name).toEqual({ fr: 'Kivu Habitat', en: 'Kivu Habitat' })
  expect(agency.shortName.fr).toBe('Kivu Habitat')
  expect(agency.initials).toBe('KH')
  expect(agency.about.fr).toBe('Visiter, louer, acheter ou séjourner.')
})

test.each([
  [null, null, ['fr', 'en'], 'fr'],
  [['en'], null, ['en'], 'en'],
  [['en'], 'fr', ['en'], 'en'],
  [['en', 'fr'], 'en', ['fr', 'en'], 'en'],
  [[], 'en', ['fr', 'en'], 'en'],
] as const)('languages %j with %s first: %j, %s', (languages, first, offered, expected) => {
  const agency = readAgency({ languages: languages && [...languages], defaultLanguage: first })
  expect([agency.languages, agency.defaultLanguage]).toEqual([offered, expected])
})

test.each([
  ['SCIM Immobilier', 'SI'],
  ['L’Étoile du fleuve', 'LÉ'],
  ['agence', 'A'],
  ['« Maison »', 'M'],
  ['«Le Toit»', 'LT'],
  ['(SCIM) Immobilier', 'SI'],
  ['1er Toit', '1T'],
  ['***', ''],
])('the initials of %s are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

test('a name without letters leaves no empty mark', () =>
  expect(readAgency({ name: '***' }).initials).toBe('R'))

test('prices are in the currency of the settings', () =>
  expect(readAgency({ currency: 'USD' }).currency).toBe('USD'))

test('the address of a logo names its file, whatever the file is called', () => {
  const { logo } = readAgency({ logo: { file: 'Logo #1 100%.webp', width: 90, height: 60 } })
  expect(logo).toEqual({
    url: '/api/media/file/Logo%20%231%20100%25.webp',
    width: 90,
    height: 60,
  })
})

test.each([
  [['fr', 'en'], 'fr', 'en', 'en'],
  [['fr', 'en'], 'en', 'fr', 'fr'],
  [['fr', 'en'], 'en', null, 'en'],
  [['fr', 'en'], 'fr', 'ln', 'fr'],
  [['fr'], 'fr', 'en', 'fr'],
  [['en'], 'en', 'fr', 'en'],
  [['en'], 'en', null, 'en'],
] as const)(
  'an agency of %j with %s first speaks to who asks for %s: %s',
  (languages, defaultLanguage, asked, spoken) =>
    expect(spokenTo({ languages, defaultLanguage }, asked)).toBe(spoken),
)

test('names stand in a row', () => {
  expect(inARow([], 'fr')).toBe('')
  expect(inARow(['Goma'], 'fr')).toBe('Goma')
  expect(inARow(['Goma', 'Bukavu'], 'fr')).toBe('Goma et Bukavu')
  expect(inARow(['Goma', 'Bukavu', 'Uvira'], 'en')).toBe('Goma, Bukavu and Uvira')
})

test('a house has a name of its own, and speaks first the first language it offers', () => {
  expect(readAgency({ name: 'Kivu Habitat' }).named).toBe(true)
  const speaks = (languages: ('fr' | 'en')[], defaultLanguage: 'fr' | 'en' | null) =>
    readAgency({ languages, defaultLanguage }).defaultLanguage
  expect([speaks(['fr', 'en'], null), speaks(['fr', 'en'], 'en')]).toEqual(['fr', 'en'])
  expect([speaks(['en'], null), speaks(['en'], 'fr')]).toEqual(['en', 'en'])
})
