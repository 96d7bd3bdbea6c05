import { beforeAll, expect, test } from 'vitest'
import { aProperty, aStaff, at, day, utc, type Staff } from '@/tests/support/house'
import { api, booked, rest, type Booked } from '@/tests/support/http'

let owner: Staff
beforeAll(async () => {
  owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
})
const aBooking = async (changes = {}) => booked(await aProperty({ owners: [owner.id] }), changes)
const confirm = ({ id }: Booked) =>
  rest('PATCH', `/reservations/${id}`, { as: owner, body: { status: 'confirmee' } })

/** The lines of a calendar, unfolded (RFC 5545 3.1), checked for what every reader relies on. */
function calendarLines(text: string): string[] {
  expect(text.endsWith('\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const lines = text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean)
  expect([lines[0], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR'])
  for (const line of lines) expect(line).toMatch(/^[A-Z-]+(;[A-Z-]+=[^:;]+)*:/)
  for (const name of ['VERSION', 'PRODID', 'BEGIN:VEVENT', 'UID', 'DTSTAMP', 'DTSTART'])
    expect(lines.filter((line) => line.startsWith(name))).toHaveLength(1)
  return lines
}

const stamp = (instant: string) => instant.replace(/[-:]|\.\d+/g, '')

test('a calendar entry exists once confirmed, and not before or after', async () => {
  const mine = await aBooking({ startsAt: at(5, '14:00') })
  expect((await api.calendar(mine.token)).status).toBe(404)
  await confirm(mine)
  const answer = await api.calendar(mine.token)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const lines = calendarLines(answer.text)
  expect(lines).toContain('VERSION:2.0')
  expect(lines).toContain(`UID:${mine.reservation.reference}@localhost`)
  expect(lines).toContain(`DTSTART:${stamp(utc(5, '14:00'))}`)
  expect(lines).toContain(`DTEND:${stamp(utc(5, '14:30'))}`)
  expect(lines.some((line) => line.startsWith('SUMMARY:Visite'))).toBe(true)
  await api.cancel(mine.token)
  expect((await api.calendar(mine.token)).status).toBe(404)
})

test('a stay’s entry has days, the last one not included', async () => {
  const mine = await aBooking({ kind: 'sejour', startsAt: day(10), endsAt: day(13) })
  await confirm(mine)
  const lines = calendarLines((await api.calendar(mine.token)).text)
  expect(lines).toContain(`DTSTART;VALUE=DATE:${day(10).replaceAll('-', '')}`)
  expect(lines).toContain(`DTEND;VALUE=DATE:${day(13).replaceAll('-', '')}`)
})
