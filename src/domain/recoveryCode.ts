/** Codes on paper, for the day the telephone is lost: fifty bits, as people read and type them. */

export const RECOVERY_CODES = 10

/** Crockford's alphabet: nothing that looks like something else. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 10

const dressed = (bare: string) => `${bare.slice(0, 5)}-${bare.slice(5)}`

/** A code such as 7K3M9-QXA4T. @param random at least ten random bytes */
export function makeRecoveryCode(random: Uint8Array): string {
  if (random.length < LENGTH) throw new Error('a recovery code needs ten random bytes')
  return dressed([...random.slice(0, LENGTH)].map((byte) => ALPHABET.charAt(byte & 31)).join(''))
}

/** The code a person meant, whatever the case, spaces or dashes; null when it is none. */
export function readRecoveryCode(text: string): string | null {
  const bare = text
    .toUpperCase()
    .replace(/[\s\-–—.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  const known = [...bare].every((character) => ALPHABET.includes(character))
  return bare.length === LENGTH && known ? dressed(bare) : null
}
