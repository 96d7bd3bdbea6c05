/** How long a text message is, and what it costs: one segment is what an operator charges once. */

/** The default alphabet (3GPP TS 23.038 6.2.1), without the escape to the next one. */
const ALPHABET = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
    '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
/** The extension (6.2.1.1): each takes an escape and itself, and is never parted from it. */
const EXTENSION = new Set('\f^{}\\[~]|€')

const LIMITS = { gsm7: { alone: 160, each: 153 }, ucs2: { alone: 70, each: 67 } } as const

export type SmsSize = {
  encoding: keyof typeof LIMITS
  /** Septets, or UTF-16 units. */
  units: number
  segments: number
}

const widthOf = (character: string) => (EXTENSION.has(character) ? 2 : 1)

/** One character outside the alphabet makes the whole text UCS-2, with less than half the room. */
export function smsSize(text: string): SmsSize {
  const characters = [...text]
  const isGsm = characters.every((one) => ALPHABET.has(one) || EXTENSION.has(one))
  const encoding = isGsm ? 'gsm7' : 'ucs2'
  const widths = characters.map((one) => (isGsm ? widthOf(one) : one.length))
  const units = widths.reduce((sum, width) => sum + width, 0)
  const { alone, each } = LIMITS[encoding]
  return { encoding, units, segments: units <= alone ? 1 : filled(widths, each) }
}

/** A character of two units that does not fit begins the next segment. */
function filled(widths: number[], each: number): number {
  let segments = 1
  let used = 0
  for (const width of widths) {
    if (used + width > each) {
      segments += 1
      used = 0
    }
    used += width
  }
  return segments
}

const TYPOGRAPHIC: Record<string, string> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00a0': ' ',
  '\u202f': ' ',
  ç: 'c',
  œ: 'oe',
  Œ: 'OE',
}

/**
 * The text with signs that the alphabet lacks written as people write them on a phone: ê as e, the
 * typographic apostrophe as a straight one. What has no such form stays as it is.
 */
export function plainForSms(text: string): string {
  return [...text.normalize('NFC')]
    .map((one) => {
      if (ALPHABET.has(one) || EXTENSION.has(one)) return one
      const written = TYPOGRAPHIC[one] ?? one.normalize('NFD').replace(/\p{M}/gu, '')
      return [...written].every((part) => ALPHABET.has(part)) ? written : one
    })
    .join('')
}
