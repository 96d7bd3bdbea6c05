import { toE164 } from './phone'
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

/**
 * A phone number as it is stored (E.164): its digits, and the whole of it when it is one of
 * `country` (ISO 3166-1) or international; null below three digits.
 */
export function phonePart(
  text: string,
  country: string,
): { whole: string | null; part: string } | null {
  if (!/^[\d\s+().\-/]+$/.test(text)) return null
  const part = text.replace(/\D/g, '').replace(/^00/, '')
  return part.length >= 3 ? { whole: toE164(text, country), part } : null
}

/** More than any name has: what comes after is looked for as it is written. */
const MOST_PARTS = 8

/**
 * What a name must contain to be the one looked for: each word, in any order, for "Mabiala Awa" and
 * "Awa Mabiala" are one person. The longest first; never none.
 */
export function nameParts(text: string): string[] {
  const words = text.trim().split(/\s+/)
  const rest = words.slice(MOST_PARTS - 1).join(' ')
  const parts = new Set([...words.slice(0, MOST_PARTS - 1), ...(rest ? [rest] : [])])
  return [...parts].sort((one, other) => other.length - one.length)
}
