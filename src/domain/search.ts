import { bareReference, readReference } from './reference'

/** How people write what they look for, brought to how it is stored. */

/** A reference, whole or in part, as it is stored; null when the text can be no part of one. */
export function referencePart(text: string): { whole: string } | { part: string } | null {
  const whole = readReference(text)
  if (whole) return { whole }
  const bare = bareReference(text)
  if (bare.length < 2 || bare.length > 8 || !/^[0-9A-Z]+$/.test(bare)) return null
  // Four characters or fewer may stand in either group; more begin with the first.
  return { part: bare.length > 4 ? `${bare.slice(0, 4)}-${bare.slice(4)}` : bare }
}

/** The digits of a phone number, as an E.164 number contains them; null below three. */
export function phonePart(text: string): string | null {
  if (!/^[\d\s+().\-/]+$/.test(text)) return null
  const digits = text.replace(/\D/g, '').replace(/^00/, '')
  return digits.length >= 3 ? digits : null
}
