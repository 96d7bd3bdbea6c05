import { expect, test } from 'vitest'
import { CURRENCIES, currencyLabel, currencyOf, money, signOf, type Currency } from './currency'

/** Typographic spaces of any width. */
const spaced = (text: string) => text.replace(/\s/gu, ' ')

test.each([
  ['XAF', '150 000 FCFA', 'FCFA 150,000'],
  ['XOF', '150 000 F CFA', 'F CFA 150,000'],
  ['USD', '150 000 $US', '$150,000'],
  ['EUR', '150 000 €', '€150,000'],
  ['CDF', '150 000 CDF', 'CDF 150,000'],
  ['KES', '150 000 KES', 'KES 150,000'],
] as const)('an amount of %s reads %s, or %s', (currency, french, english) => {
  expect(spaced(money(150_000, currency, 'fr'))).toBe(french)
  expect(spaced(money(150_000, currency, 'en'))).toBe(english)
})

test('amounts have no decimals, in any currency', () => {
  expect(spaced(money(1_250_000.4, 'XAF', 'en'))).toBe('FCFA 1,250,000')
  for (const currency of CURRENCIES) expect(money(1200, currency, 'en')).toMatch(/^\D*1,200\D*$/)
})

test.each([
  ['XAF', 'FCFA', 'FCFA'],
  ['XOF', 'F CFA', 'F CFA'],
  ['USD', '$US', '$'],
  ['EUR', '€', '€'],
  ['RWF', 'RWF', 'RWF'],
] as const)('the sign of %s is %s, or %s', (currency, french, english) => {
  expect([signOf(currency, 'fr'), signOf(currency, 'en')]).toEqual([french, english])
})

test.each<[string | null | undefined, Currency]>([
  ['USD', 'USD'],
  ['CDF', 'CDF'],
  ['usd', 'XAF'],
  ['ZZZ', 'XAF'],
  ['', 'XAF'],
  [null, 'XAF'],
  [undefined, 'XAF'],
])('a setting of %j means %s', (text, currency) => expect(currencyOf(text)).toBe(currency))

test('a currency is chosen by its code and its name', () => {
  expect(currencyLabel('XAF')).toEqual({
    fr: 'XAF, franc CFA (BEAC)',
    en: 'XAF, Central African CFA Franc',
  })
  expect(currencyLabel('USD').fr).toBe('USD, dollar des États-Unis')
})

test('each currency stands once, and is one that the world knows', () => {
  expect(new Set(CURRENCIES).size).toBe(CURRENCIES.length)
  const known = Intl.supportedValuesOf('currency')
  expect(CURRENCIES.filter((one) => !known.includes(one))).toEqual([])
})
