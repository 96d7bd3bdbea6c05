/** References a person can read out and type: Crockford base 32, the last character a check. */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 7

/** Multiplication in GF(32), modulo x^5 + x^2 + 1. */
function times(one: number, other: number): number {
  let product = 0
  for (let bit = 0; bit < 5; bit += 1) if ((other >> bit) & 1) product ^= one << bit
  for (let bit = 9; bit >= 5; bit -= 1) if ((product >> bit) & 1) product ^= 0b100101 << (bit - 5)
  return product
}

/**
 * The weight of a place: powers of 2, which differ at all places and are never 0. So one wrong
 * character, or two that changed places, always changes the sum.
 */
function weight(place: number): number {
  let power = 1
  for (let step = 0; step < place; step += 1) power = times(power, 2)
  return power
}

/** Chosen so that the sum over all eight, the check included with weight 1, is 0. */
function checkOf(values: readonly number[]): number {
  return values.reduce((sum, value, place) => sum ^ times(value, weight(place + 1)), 0)
}

const dressed = (characters: string) => `RSV-${characters.slice(0, 4)}-${characters.slice(4)}`

/** A reference such as RSV-7K3M-9QXA. @param random at least seven random bytes */
export function makeReference(random: Uint8Array): string {
  if (random.length < LENGTH) throw new Error('a reference needs seven random bytes')
  const values = [...random.slice(0, LENGTH)].map((byte) => byte & 31)
  return dressed([...values, checkOf(values)].map((value) => ALPHABET.charAt(value)).join(''))
}

/** Spaces, dashes (a minus sign is one to the eye), and what programs put between letters unseen. */
const NOT_SAID = /[\s\p{Pd}\p{Cf}\u2212_.]/gu

/** The characters of a reference, or of a part of one, however a person wrote them. */
export const bareReference = (text: string): string =>
  text
    .toUpperCase()
    .replace(NOT_SAID, '')
    .replace(/^RSV/, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')

/** The reference a person meant, whatever the case, spaces or dashes; null when it is none. */
export function readReference(text: string): string | null {
  const bare = bareReference(text)
  if (bare.length !== LENGTH + 1) return null
  const values = [...bare].map((character) => ALPHABET.indexOf(character))
  if (values.includes(-1)) return null
  return checkOf(values.slice(0, LENGTH)) === values[LENGTH] ? dressed(bare) : null
}
