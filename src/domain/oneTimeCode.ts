/** Codes that a telephone computes: HOTP (RFC 4226) counted in steps of time, TOTP (RFC 6238). */

/** What every authenticator app assumes when nothing else is said. */
const STEP_SECONDS = 30
const DIGITS = 6
/** A telephone's clock may be wrong by one step, or the code typed just as it changed. */
const TOLERATED = [0, -1, 1]

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648 6, without padding: how apps want a secret typed. */
export function base32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    for (; bits >= 5; bits -= 5) text += BASE32.charAt((held >> (bits - 5)) & 31)
    held &= (1 << bits) - 1
  }
  return bits > 0 ? text + BASE32.charAt((held << (5 - bits)) & 31) : text
}

/** The step of time that an instant lies in: the moving factor of RFC 6238 4.2. */
export const stepOf = (now: Date) => Math.floor(now.getTime() / 1000 / STEP_SECONDS)

/** The moving factor as RFC 4226 5.1 wants it signed: eight bytes, the first one weighs most. */
export function counterOf(step: number): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(step))
  return bytes
}

/** The digits of a signature (RFC 4226 5.3). @param mac HMAC-SHA-1 of a counter, or a longer one */
export function digitsOf(mac: Uint8Array, digits = DIGITS): string {
  const offset = (mac.at(-1) ?? 0) & 15
  const number = new DataView(mac.buffer, mac.byteOffset).getUint32(offset) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** The six digits somebody typed, however they grouped them; null when it is no such code. */
export function readCode(text: string): string | null {
  const bare = text.replace(/[\s.\-]/g, '')
  return /^\d{6}$/.test(bare) ? bare : null
}

/**
 * The step whose code was typed, or null. A step is good once: none up to `lastStep` counts.
 * @param codeOf what the telephone shows in a step
 * @param same compares in a time that tells nothing
 */
export function matchingStep(
  typed: string,
  { now, lastStep }: { now: Date; lastStep: number },
  codeOf: (step: number) => string,
  same: (one: string, other: string) => boolean,
): number | null {
  const steps = TOLERATED.map((away) => stepOf(now) + away)
  // All of them are compared, so that the time does not tell which one it was.
  const matching = steps.filter((step) => same(codeOf(step), typed))
  return matching.find((step) => step > lastStep) ?? null
}

/** What a QR code holds (the Key Uri Format of Google Authenticator, which all apps read). */
export function otpauthUri(issuer: string, account: string, secret: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`
}
