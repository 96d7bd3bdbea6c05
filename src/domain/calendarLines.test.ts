import { expect, test } from 'vitest'
import { calendarLines } from './calendarLines'

test.each([
  ['a byte order mark goes', '\uFEFFBEGIN:VCALENDAR', 'BEGIN:VCALENDAR'],
  ['a NUL goes', 'UID:a\u0000b', 'UID:ab'],
  [
    'each end of a line is one',
    'UID:a\rURL:b\nX-C:d\r\nX-E;F=g:h',
    'UID:a\r\nURL:b\r\nX-C:d\r\nX-E;F=g:h',
  ],
  ['empty lines go', 'UID:a\r\n\r\nURL:b\r\n', 'UID:a\r\nURL:b'],
  [
    'a folded line stays folded',
    'SUMMARY:long\r\n er\r\n\tstill',
    'SUMMARY:long\r\n er\r\n\tstill',
  ],
  [
    'what is no content line goes',
    'DESCRIPTION:Hello\r\nsecond line\r\n<p>\r\nUID:a',
    'DESCRIPTION:Hello\r\nUID:a',
  ],
  ['a bare day is called one', 'DTSTART:20261210', 'DTSTART;VALUE=DATE:20261210'],
  [
    'with a zone too',
    'DTEND;TZID=Europe/Paris:20261210 ',
    'DTEND;TZID=Europe/Paris;VALUE=DATE:20261210',
  ],
  ['and a list of them', 'EXDATE:20261210,20261211', 'EXDATE;VALUE=DATE:20261210,20261211'],
  ['a day that is called one stays', 'DTSTART;VALUE=DATE:20261210', 'DTSTART;VALUE=DATE:20261210'],
  ['a time stays', 'DTSTART:20261210T090000Z', 'DTSTART:20261210T090000Z'],
  ['other numbers stay', 'SEQUENCE:20261210', 'SEQUENCE:20261210'],
])('%s', (_what, given, wanted) => {
  expect(calendarLines(given)).toBe(wanted)
})
