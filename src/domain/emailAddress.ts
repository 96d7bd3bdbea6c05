/** Longest address that mail servers carry (RFC 5321 4.5.3.1.3). */
const LONGEST = 254

/** One way to write what was typed as an e-mail address, to compare and to count by. */
export const normalEmail = (typed: unknown): string =>
  typeof typed === 'string'
    ? typed
        .toWellFormed()
        .replace(/\p{Cc}/gu, '')
        .trim()
        .toLowerCase()
        .slice(0, LONGEST + 1)
    : ''

/**
 * Parts between single dots (RFC 5321 4.1.2). An apostrophe belongs to names: `n'goma@example.com`.
 * What reads as two addresses or as a header belongs to none.
 */
const ADDRESS =
  /^[^\s@.,;:"<>()[\]\\]+(\.[^\s@.,;:"<>()[\]\\]+)*@([^\s@.,;:"'<>()[\]\\]+\.)+[a-z]{2,}$/i

/** Whether mail can be sent there: one plain address. */
export const isEmail = (text: string): boolean => text.length <= LONGEST && ADDRESS.test(text)
