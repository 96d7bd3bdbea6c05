import {
  getExampleNumber,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
} from 'libphonenumber-js'
import { parsePhoneNumberFromString as parseMobile } from 'libphonenumber-js/mobile'
import examples from 'libphonenumber-js/mobile/examples'

/**
 * A phone number in E.164 (ITU-T E.164), or null when it is none.
 * National numbers are read for `country` (ISO 3166-1). Congo's leading 0 is part of the number
 * and stays: `06 612 34 56` is `+242066123456`; a number that lost it is refused, never repaired.
 */
export function toE164(input: string, country: string): string | null {
  // Not every space is one to libphonenumber: French text is set with narrow ones (U+202F).
  const text = input.replace(/\p{Cf}/gu, '').replace(/\s/g, ' ')
  // as: libphonenumber narrows countries to a union; an unknown one simply parses nothing national.
  const number = parsePhoneNumberFromString(text, country as CountryCode)
  return number?.isValid() ? number.number : null
}

/** Whether it is the code of a country (ISO 3166-1) whose numbers can be read. */
export const isCountry = (code: string): boolean => isSupportedCountry(code)

/** Whether a text message could arrive: some countries' numbers do not tell mobiles from others. */
export const couldBeMobile = (e164: string): boolean => parseMobile(e164)?.isValid() ?? false

/** Congo writes its numbers in pairs at the end; libphonenumber's metadata keeps four together. */
const CONGOLESE = /^\+242([02]\d)(\d{3})(\d{2})(\d{2})$/

/** `+242 06 612 34 56`, for people to read. */
export function readablePhone(e164: string): string {
  const [, ...groups] = CONGOLESE.exec(e164) ?? []
  if (groups.length > 0) return `+242 ${groups.join(' ')}`
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164
}

/** A mobile number as people of the country (ISO 3166-1) write it; Congo's as it is said there. */
export function phoneExample(country: string): string {
  if (country === 'CG') return '06 612 34 56'
  // as: an unknown country simply has no example.
  return getExampleNumber(country as CountryCode, examples)?.formatNational() ?? '+33 6 12 34 56 78'
}
