import { currencyOf, type Currency } from './currency'
import { isColour } from './palette'
import { LOCALES, type Locale, type Words } from './status'

/** Who runs this house, as its settings say; what is not set has a neutral word. */

export type Agency = {
  /** Whether the name is the agency's own. */
  named: boolean
  name: Words
  /** For the screen of a phone and narrow tables. */
  shortName: Words
  initials: string
  /** `#rrggbb`; carries white text. */
  colour: string
  /** `maison`: a roof over an open door; `initiales`: the letters of the name. */
  mark: 'maison' | 'initiales'
  logo: Logo | null
  /** In which the client site speaks; at least one. */
  languages: readonly Locale[]
  /** For whom no language is known; one of the above. */
  defaultLanguage: Locale
  cities: readonly string[]
  /** In which all prices are, ISO 4217. */
  currency: Currency
  about: Words
}

/** A picture's address is a path of this site. */
export type Logo = { url: string; width: number; height: number }

/** The name of an uploaded file may hold what an address reads otherwise: `#`, `%`, `?`. */
const logoOf = ({ file, ...size }: StoredLogo): Logo => ({
  url: `/api/media/file/${encodeURIComponent(file)}`,
  ...size,
})

type StoredLogo = { file: string; width: number; height: number }

/** The settings as they are stored: any of them may be missing. */
export type AgencyRow = {
  name?: string | null
  shortName?: string | null
  colour?: string | null
  mark?: Agency['mark'] | null
  logo?: StoredLogo | null
  languages?: Locale[] | null
  defaultLanguage?: Locale | null
  cities?: string[] | null
  currency?: string | null
  aboutFr?: string | null
  aboutEn?: string | null
}

export const NEUTRAL_COLOUR = '#0b5d5b'
const NAME: Words = { fr: 'Réservations', en: 'Reservations' }
const ABOUT: Words = {
  fr: 'Visiter, louer, acheter ou séjourner.',
  en: 'View, rent, buy or stay.',
}

const same = (text: string): Words => ({ fr: text, en: text })
const filled = (text: string | null | undefined) => text?.trim() || null

/** The first letters of the first two words, `SI` for `SCIM Immobilier`; none where there are no letters. */
export function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []
  return words
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase()
}

export function readAgency(row: AgencyRow | null | undefined): Agency {
  const name = filled(row?.name)
  const short = filled(row?.shortName)
  const languages = LOCALES.filter((locale) => row?.languages?.includes(locale))
  const offered = languages.length > 0 ? languages : LOCALES
  const [first = 'fr'] = offered
  return {
    named: name !== null,
    name: name ? same(name) : NAME,
    shortName: short ? same(short) : name ? same(name) : NAME,
    initials: initialsOf(name ?? NAME.fr) || initialsOf(NAME.fr),
    colour: row?.colour && isColour(row.colour) ? row.colour.toLowerCase() : NEUTRAL_COLOUR,
    mark: row?.mark ?? 'initiales',
    logo: row?.logo ? logoOf(row.logo) : null,
    languages: offered,
    defaultLanguage: offered.find((locale) => locale === row?.defaultLanguage) ?? first,
    cities: row?.cities ?? [],
    currency: currencyOf(row?.currency),
    about: {
      fr: filled(row?.aboutFr) ?? ABOUT.fr,
      en: filled(row?.aboutEn) ?? ABOUT.en,
    },
  }
}

/** The language for whoever asks for one, or for none. */
export const spokenTo = (
  { languages, defaultLanguage }: Pick<Agency, 'languages' | 'defaultLanguage'>,
  asked: string | null,
): Locale => languages.find((locale) => locale === asked) ?? defaultLanguage

/** `Brazzaville, Dolisie et Pointe-Noire`. */
export function inARow(names: readonly string[], locale: Locale): string {
  const [last, ...before] = [...names].reverse()
  if (before.length === 0) return last ?? ''
  return `${before.reverse().join(', ')} ${locale === 'fr' ? 'et' : 'and'} ${last}`
}
