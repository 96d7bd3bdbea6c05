/** What other programs write beside the standard (RFC 5545 3.1), put right before it is read. */

/** PostgreSQL holds no NUL, and no calendar means one; some files begin with a byte order mark. */
const NO_TEXT = /^\uFEFF|\u0000/g

/** A name with a value or parameters behind it, or the rest of the line before. */
const isContent = (line: string) => /^(?:[ \t]|[\w-]+[:;])/.test(line)

/** A day that is not called one: without VALUE it would be read as a time, and it is none. */
const BARE_DAY =
  /^((?:DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE)(?:;TZID=[^:;]*)?):(\d{8}(?:,\d{8})*)$/i

/**
 * A calendar's lines as the standard wants them. What is no content line is left out, such as the
 * second line of a text that was not folded: it must not make all other events unreadable.
 */
export const calendarLines = (text: string): string =>
  text
    .replace(NO_TEXT, '')
    .split(/\r\n?|\n/)
    .filter(isContent)
    .map((line) => line.trimEnd().replace(BARE_DAY, '$1;VALUE=DATE:$2'))
    .join('\r\n')
