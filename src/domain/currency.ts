import type { Locale, Words } from './status'

/** In what money an agency names its prices (ISO 4217); amounts are whole units of it. */

/** Of the region first, then those in which houses are sold to people abroad. */
export const CURRENCIES = [
  'XAF',
  'XOF',
  'CDF',
  'GNF',
  'RWF',
  'BIF',
  'KES',
  'TZS',
  'UGX',
  'ZMW',
  'AOA',
  'NGN',
  'GHS',
  'MGA',
  'KMF',
  'DJF',
  'MUR',
  'ETB',
  'MAD',
  'DZD',
  'TND',
  'ZAR',
  'USD',
  'EUR',
  'GBP',
  'CHF',
  'CAD',
] as const
export type Currency = (typeof CURRENCIES)[number]

export const DEFAULT_CURRENCY: Currency = 'XAF'

export const currencyOf = (text: string | null | undefined): Currency =>
  CURRENCIES.find((one) => one === text) ?? DEFAULT_CURRENCY

const TAG: Record<Locale, string> = { fr: 'fr-CG', en: 'en' }

const formatOf = (currency: Currency, locale: Locale) =>
  new Intl.NumberFormat(TAG[locale], { style: 'currency', currency, maximumFractionDigits: 0 })

/** '150 000 FCFA', or '$150,000'. */
export const money = (amount: number, currency: Currency, locale: Locale): string =>
  formatOf(currency, locale).format(amount)

/** What stands beside an amount: 'FCFA', '$US', '€'. */
export const signOf = (currency: Currency, locale: Locale): string =>
  formatOf(currency, locale)
    .formatToParts(0)
    .find(({ type }) => type === 'currency')
    ?.value.replace(/\s/gu, ' ') ?? currency

/** 'XAF, franc CFA (BEAC)'. */
export function currencyLabel(currency: Currency): Words {
  const named = (locale: Locale) =>
    `${currency}, ${new Intl.DisplayNames(locale, { type: 'currency' }).of(currency)}`
  return { fr: named('fr'), en: named('en') }
}
