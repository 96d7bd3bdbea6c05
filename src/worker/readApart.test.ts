import { expect, test } from 'vitest'
import { readApart } from './readApart'

/** Whoever writes a calendar decides how long it takes to read: never at the cost of who waits for a page. */

const DAY = 86_400_000
const read = (...lines: string[]) =>
  readApart({
    text: ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n'),
    asked: {
      zone: 'Africa/Brazzaville',
      from: new Date('2026-11-30T00:00:00Z'),
      to: new Date(Date.parse('2026-11-30T00:00:00Z') + 460 * DAY),
      ownHost: 'scim.example',
    },
  })
const event = (uid: string, ...lines: string[]) => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  ...lines,
  'END:VEVENT',
]

test('what it says comes back whole, with the nights it takes', async () => {
  const guest = event('a', 'DTSTART;VALUE=DATE:20261201', 'DTEND;VALUE=DATE:20261203')
  const [from, to] = [new Date('2026-11-30T23:00:00Z'), new Date('2026-12-02T23:00:00Z')]
  expect(await read(...guest)).toEqual({
    busy: [
      {
        uid: 'a',
        occurrence: '',
        startsAt: from,
        endsAt: to,
        allDay: true,
        nights: { from, to },
      },
    ],
  })
})

test('while one is read that never ends, this process goes on; so does the reading of the next', async () => {
  let turns = 0
  const clock = setInterval(() => (turns += 1), 1)
  const never = ['DTSTART:20200101T000000Z', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30']
  const [first, second] = await Promise.all([read(...event('b', ...never)), read('BEGIN:X')])
  clearInterval(clock)
  expect(first).toEqual({ fault: 'trop_de_dates' })
  expect(second).toEqual({ fault: 'illisible' })
  expect(turns).toBeGreaterThan(10)
}, 60_000)
