/** They reorder the words that follow them, in whatever stands around the text as well (UAX 9). */
export const REORDERING = /[\u202a-\u202e\u2066-\u2069\ufeff]/g

/** Control characters other than tab and newline, NUL among them, which PostgreSQL refuses. */
const CONTROLS = /[^\P{Cc}\n\t]/gu

/** Anything a reader can see: neither blank, nor an accent on nothing, nor a filler of Hangul. */
const SEEN = /[^\p{Z}\p{Cc}\p{Cf}\p{M}\u115f\u1160\u3164\uffa0]/u

/** What a person typed, without what is not seen but acts; empty when nothing of it can be seen. */
export function typedText(text: string): string {
  const plain = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
    .replace(REORDERING, '')
  return SEEN.test(plain) ? plain.trim() : ''
}
