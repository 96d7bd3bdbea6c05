import { describe, expect, test } from 'vitest'
import * as cells from './cells'

const CONGO = 'Africa/Brazzaville'

describe('what is right is read', () => {
  test.each<[string, cells.Read<unknown>, string, unknown]>([
    ['words', cells.words(2, 5), 'a  b', 'a b'],
    ['words of the least length', cells.words(2, 5), 'ab', 'ab'],
    ['words of the greatest length', cells.words(2, 5), 'abcde', 'abcde'],
    ['lines', cells.lines(3), 'a\nb', 'a\nb'],
    ['no lines', cells.lines(3), '', null],
    ['nothing', cells.optional(cells.email), '', null],
    ['something', cells.optional(cells.email), 'a@b.io', 'a@b.io'],
    ['a number', cells.wholeNumber(5, 480), '30', 30],
    ['the smallest number', cells.wholeNumber(5, 480), '5', 5],
    ['the greatest number', cells.wholeNumber(5, 480), '480', 480],
    ['a number in groups', cells.wholeNumber(0, 1e9), '450\u202f000 000', 450_000_000],
    ['a slug', cells.slug, 'villa-du-fleuve-2', 'villa-du-fleuve-2'],
    ['a long slug', cells.slug, 'x'.repeat(100), 'x'.repeat(100)],
    ['a phone number', cells.phone('CG'), '06 612 34 56', '+242066123456'],
    ['a padded one', cells.phone('CG'), '06 612 34 56'.padEnd(40), '+242066123456'],
    ['an address', cells.email, 'awa@example.com', 'awa@example.com'],
    ['addresses', cells.emails, ' A@b.io, c@d.io;a@b.io ', ['a@b.io', 'c@d.io']],
    ['kinds', cells.kinds, 'Visite, SÉJOUR / ; visit', ['visite', 'sejour']],
    ['a day', cells.moment(CONGO), '2024-06-03', moment('2024-06-02T23:00:00Z', false)],
    ['a French day', cells.moment(CONGO), '3/6/2024', moment('2024-06-02T23:00:00Z', false)],
    ['a Swiss day', cells.moment(CONGO), '03.06.2024', moment('2024-06-02T23:00:00Z', false)],
    ['a time', cells.moment(CONGO), '2024-06-03T10:05', moment('2024-06-03T09:05:00Z', true)],
    ['seconds', cells.moment(CONGO), '03/06/2024  9:30:15', moment('2024-06-03T08:30:00Z', true)],
    ['a French time', cells.moment(CONGO), '03/06/2024 9h30', moment('2024-06-03T08:30:00Z', true)],
  ])('%s', (_, read, text, value) => {
    expect(read(text)).toEqual({ value })
  })

  function moment(instant: string, hasTime: boolean) {
    return { instant: new Date(instant), hasTime }
  }
})

/** Every name under which a value is known. */
test.each<[cells.Read<string>, string, string[]]>([
  [cells.kind, 'visite', ['visite', 'VISITE', 'viewing', 'visit']],
  [cells.kind, 'location', ['location', 'rental', 'rent']],
  [cells.kind, 'achat', ['achat', 'purchase', 'sale']],
  [cells.kind, 'sejour', ['sejour', 'séjour', 'stay']],
  [cells.priceUnit, 'nuit', ['nuit', 'night']],
  [cells.priceUnit, 'mois', ['mois', 'month']],
  [cells.priceUnit, 'vente', ['vente', 'sale']],
  [cells.locale, 'fr', ['fr', 'français', 'Francais', 'french']],
  [cells.locale, 'en', ['en', 'anglais', 'english']],
  [cells.pastStatus, 'confirmee', ['confirmée', 'confirmed', 'honorée', 'done']],
  [cells.pastStatus, 'annulee', ['annulée', 'cancelled', 'canceled']],
])('%# the names of %j', (read, value, names) => {
  for (const name of names) expect(read(name)).toEqual({ value })
})

const WORDS = { fr: 'de 2 à 5 caractères', en: '2 to 5 characters' }
const NUMBER = { fr: 'un nombre entier de 5 à 480', en: 'a whole number from 5 to 480' }
const SLUG = {
  fr: 'des lettres sans accent, des chiffres et des tirets',
  en: 'letters without accents, digits and hyphens',
}
const PHONE = {
  fr: 'un numéro complet, par exemple 06 612 34 56',
  en: 'a complete number, for example 06 612 34 56',
}
const EMAIL = {
  fr: 'une adresse comme nom@exemple.com',
  en: 'an address such as name@example.com',
}
const EMAILS = {
  fr: 'des adresses e-mail, séparées par des espaces',
  en: 'e-mail addresses, separated by spaces',
}
const KIND = {
  fr: 'visite, location, achat ou séjour',
  en: 'viewing, rental, purchase or stay',
}
const MOMENT = {
  fr: 'une date comme 03/06/2024 ou 03/06/2024 10:00',
  en: 'a date such as 2024-06-03 or 2024-06-03 10:00',
}

test.each<[cells.Read<unknown>, { fr: string; en: string }, string[]]>([
  [cells.words(2, 5), WORDS, ['', 'a', 'abcdef']],
  [cells.lines(3), { fr: 'au plus 3 caractères', en: 'at most 3 characters' }, ['abcd']],
  [cells.optional(cells.email), EMAIL, ['awa']],
  [cells.wholeNumber(5, 480), NUMBER, ['', '4', '481', '30,5', '-30', 'x30', '30x', '0x1e']],
  [cells.slug, SLUG, ['', 'Villa', 'é', '-a', 'a-', 'a--b', 'a b', 'x'.repeat(101)]],
  [cells.phone('CG'), PHONE, ['', '66123456', '06 612 34 56'.padEnd(41)]],
  [cells.email, EMAIL, ['', 'awa', 'a@b.io,c@d.io']],
  [cells.emails, EMAILS, ['awa', 'a@b.io c']],
  [cells.kind, KIND, ['', 'vol']],
  [cells.kinds, KIND, ['visite, vol']],
  [
    cells.kinds,
    { fr: 'au moins une demande', en: 'at least one kind of request' },
    ['', ' ', ' , ;'],
  ],
  [cells.priceUnit, { fr: 'nuit, mois ou vente', en: 'night, month or sale' }, ['semaine']],
  [cells.locale, { fr: 'fr ou en', en: 'fr or en' }, ['ln']],
  [cells.pastStatus, { fr: 'confirmée ou annulée', en: 'confirmed or cancelled' }, ['en attente']],
  [
    cells.moment(CONGO),
    MOMENT,
    [
      '',
      '2024-02-30',
      '31/02/2024',
      '03/06/24',
      '2024-06-03 25:00',
      '2024-06-03 10',
      'le 2024-06-03',
      '2024-06-03 10:00 h',
    ],
  ],
])('%# is refused in words: %j', (read, fault, texts) => {
  for (const text of texts) expect(read(text)).toEqual({ fault })
})
