import fc from 'fast-check'
import { expect, test } from 'vitest'
import { respondBy, workingMinutes, type OfficeHours } from './promise'

const MONDAY = Date.parse('2026-11-23T00:00+01:00')
const MINUTE = 60_000

const time = (quarters: number) =>
  `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`
const period = fc
  .tuple(
    fc.integer({ min: 1, max: 7 }),
    fc.integer({ min: 0, max: 90 }),
    fc.integer({ min: 1, max: 5 }),
  )
  .map(([day, from, length]) => ({ day, opens: time(from), closes: time(from + length) }))
const holidays = fc.subarray(['2026-11-24', '2026-11-27', '2026-12-01', '2026-12-25'])
const zones = fc.constantFrom('Africa/Brazzaville', 'Europe/Paris', 'America/New_York')

const asked = fc.record({
  periods: fc.array(period, { minLength: 1, maxLength: 8 }),
  holidays,
  timeZone: zones,
  from: fc.integer({ min: 0, max: 9 * 1440 }).map((minute) => new Date(MONDAY + minute * MINUTE)),
  minutes: fc.integer({ min: 1, max: 300 }),
})
type Asked = OfficeHours & { from: Date; minutes: number }
const due = ({ from, minutes, ...hours }: Asked) => respondBy({ from, minutes, hours }).getTime()

test('between a request and its deadline lie exactly the minutes that were promised', () => {
  fc.assert(
    fc.property(asked, ({ from, minutes, ...hours }) => {
      const to = respondBy({ from, minutes, hours })
      expect(workingMinutes({ from, to, hours })).toBe(minutes)
      const earlier = new Date(to.getTime() - 1)
      expect(workingMinutes({ from, to: earlier, hours })).toBeLessThan(minutes)
    }),
    { numRuns: 50 },
  )
})

test('more time, or a later request, is never due earlier; longer hours never later', () => {
  fc.assert(
    fc.property(asked, period, fc.integer({ min: 1, max: 200 }), (one, extra, more) => {
      expect(due({ ...one, minutes: one.minutes + more })).toBeGreaterThan(due(one))
      const later = new Date(one.from.getTime() + more * MINUTE)
      expect(due({ ...one, from: later })).toBeGreaterThanOrEqual(due(one))
      expect(due({ ...one, periods: [...one.periods, extra] })).toBeLessThanOrEqual(due(one))
      expect(due({ ...one, holidays: [] })).toBeLessThanOrEqual(due(one))
    }),
    { numRuns: 50 },
  )
})
