import { isEmail } from '@/domain/emailAddress'
import { phoneExample, toE164 } from '@/domain/phone'
import type { Kind, Locale, Words } from '@/domain/status'
import { instantOf, isDay, isTime } from '@/domain/zone'
import { plain } from './columns'

/** How one cell is read. Each says in words what it wanted. */

export type Read<Value> = (text: string) => { value: Value } | { fault: Words }

const fault = (fr: string, en: string) => ({ fault: { fr, en } })

export const words =
  (least: number, most: number): Read<string> =>
  (text) => {
    const value = text.replace(/\s+/g, ' ')
    return value.length >= least && value.length <= most
      ? { value }
      : fault(`de ${least} à ${most} caractères`, `${least} to ${most} characters`)
  }

export const lines =
  (most: number): Read<string | null> =>
  (text) =>
    text.length <= most
      ? { value: text || null }
      : fault(`au plus ${most} caractères`, `at most ${most} characters`)

/** An empty cell is nothing; anything else is read as told. */
export const optional =
  <Value>(read: Read<Value>): Read<Value | null> =>
  (text) =>
    text === '' ? { value: null } : read(text)

export const wholeNumber =
  (from: number, to: number): Read<number> =>
  (text) => {
    const digits = text.replace(/[\s\u202f\u00a0]/g, '')
    const value = Number(digits)
    return /^\d{1,12}$/.test(digits) && value >= from && value <= to
      ? { value }
      : fault(`un nombre entier de ${from} à ${to}`, `a whole number from ${from} to ${to}`)
  }

export const slug: Read<string> = (text) =>
  text.length <= 100 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
    ? { value: text }
    : fault(
        'des lettres sans accent, des chiffres et des tirets',
        'letters without accents, digits and hyphens',
      )

export const phone =
  (country: string): Read<string> =>
  (text) => {
    const value = text.length <= 40 ? toE164(text, country) : null
    const example = phoneExample(country)
    return value
      ? { value }
      : fault(
          `un numéro complet, par exemple ${example}`,
          `a complete number, for example ${example}`,
        )
  }

export const email: Read<string> = (text) =>
  isEmail(text)
    ? { value: text }
    : fault('une adresse comme nom@exemple.com', 'an address such as name@example.com')

export const emails: Read<string[]> = (text) => {
  const found = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean)
  return found.every(isEmail)
    ? { value: [...new Set(found)] }
    : fault(
        'des adresses e-mail, séparées par des espaces',
        'e-mail addresses, separated by spaces',
      )
}

/** One of several words, each known under several names. */
function oneOf<Value extends string>(names: Record<Value, string[]>, shown: Words): Read<Value> {
  // as: Object.entries forgets the keys of the record.
  const known = Object.entries(names) as [Value, string[]][]
  return (text) => {
    const found = known.find(([value, others]) =>
      [value, ...others].some((one) => plain(one) === plain(text)),
    )
    return found ? { value: found[0] } : { fault: shown }
  }
}

export const kind = oneOf<Kind>(
  {
    visite: ['viewing', 'visit'],
    location: ['rental', 'rent'],
    achat: ['purchase', 'sale'],
    sejour: ['stay', 'séjour'],
  },
  {
    fr: 'visite, location, achat ou séjour',
    en: 'viewing, rental, purchase or stay',
  },
)

export const kinds: Read<Kind[]> = (text) => {
  const found: Kind[] = []
  for (const part of text.split(/[,;/|+]+/).filter((one) => one.trim())) {
    const read = kind(part)
    if ('fault' in read) return read
    if (!found.includes(read.value)) found.push(read.value)
  }
  return found.length > 0
    ? { value: found }
    : fault('au moins une demande', 'at least one kind of request')
}

export const priceUnit = oneOf(
  { nuit: ['night'], mois: ['month'], vente: ['sale'] },
  { fr: 'nuit, mois ou vente', en: 'night, month or sale' },
)
export const locale = oneOf<Locale>(
  { fr: ['français', 'french'], en: ['anglais', 'english'] },
  { fr: 'fr ou en', en: 'fr or en' },
)
export const pastStatus = oneOf(
  { confirmee: ['confirmed', 'honorée', 'done'], annulee: ['cancelled', 'canceled'] },
  { fr: 'confirmée ou annulée', en: 'confirmed or cancelled' },
)

export type Moment = { instant: Date; hasTime: boolean }

/** `2024-06-03`, `03/06/2024`, each also with `10:00`, by the clock of the place. */
export const moment =
  (zone: string): Read<Moment> =>
  (text) => {
    const [, iso, day, month, year, hour = '', minute = ''] =
      /^(?:(\d{4}-\d\d-\d\d)|(\d{1,2})[/.](\d{1,2})[/.](\d{4}))(?:[T ]+(\d{1,2})[:h](\d\d)(?::\d\d)?)?$/.exec(
        text,
      ) ?? []
    const date = iso ?? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
    const hasTime = hour !== ''
    const time = hasTime ? `${hour.padStart(2, '0')}:${minute}` : '00:00'
    return isDay(date) && isTime(time)
      ? { value: { instant: instantOf(date, time, zone), hasTime } }
      : fault(
          'une date comme 03/06/2024 ou 03/06/2024 10:00',
          'a date such as 2024-06-03 or 2024-06-03 10:00',
        )
  }
