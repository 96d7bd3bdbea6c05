import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dropOldBackups, fileOf, keptBackups, nightOf } from './kept'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'scim-kept-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const daysKept = () => keptBackups(folder).map(({ day }) => day)

test.each([
  ['2026-12-01T00:59:59Z', '2026-11-30'],
  ['2026-12-01T01:00:00Z', '2026-12-01'],
  ['2026-12-01T22:30:00Z', '2026-12-01'],
])('at %s the night is the one of %s: it begins at two in Brazzaville', (now, night) => {
  expect(nightOf(new Date(now), 'Africa/Brazzaville')).toBe(night)
})

test('seven days are kept, the newest always, and other files are nobody’s business', () => {
  for (const day of ['2026-11-20', '2026-11-24', '2026-11-25', '2026-12-01'])
    writeFileSync(fileOf(folder, day), day)
  writeFileSync(path.join(folder, 'lettre.txt'), 'bonjour')
  dropOldBackups(folder, '2026-12-01')
  expect(daysKept()).toEqual(['2026-12-01', '2026-11-25'])
  dropOldBackups(folder, '2027-03-01')
  expect(daysKept()).toEqual(['2026-12-01'])
})

test('nights without the photos never push out the last backup that has them', () => {
  writeFileSync(fileOf(folder, '2026-11-20'), 'whole')
  writeFileSync(fileOf(folder, '2026-11-19'), 'whole')
  const nights = ['2026-11-21', '2026-11-22', '2026-12-01'] as const
  for (const day of nights) writeFileSync(fileOf(folder, day, false), 'half')
  dropOldBackups(folder, '2026-12-01')
  expect(keptBackups(folder).map(({ day, whole }) => [day, whole])).toEqual([
    ['2026-12-01', false],
    ['2026-11-20', true],
  ])
  writeFileSync(fileOf(folder, '2026-12-02'), 'whole')
  dropOldBackups(folder, '2026-12-02')
  expect(daysKept()).toEqual(['2026-12-02', '2026-12-01'])
})

test('a backup is told with its size and time; without a folder there is none', () => {
  const file = fileOf(folder, '2026-12-01')
  writeFileSync(file, 'abc')
  const madeAt = new Date('2026-12-01T01:04:00Z')
  utimesSync(file, madeAt, madeAt)
  expect(keptBackups(folder)).toEqual([{ day: '2026-12-01', file, bytes: 3, madeAt, whole: true }])
  expect(keptBackups(path.join(folder, 'nowhere'))).toEqual([])
})
