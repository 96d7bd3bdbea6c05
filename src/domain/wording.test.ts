import { expect, test } from 'vitest'
import {
  delayInWords,
  clockTime,
  dayInWords,
  deadlineInWords,
  durationInWords,
  monthInWords,
  pastInWords,
  promiseInWords,
  whenInWords,
  unbroken,
  writtenDeadline,
} from './wording'

const zone = 'Africa/Brazzaville'
const now = new Date('2026-11-30T14:02+01:00')

test('clock times are those of the place', () => {
  expect(clockTime(now, zone, 'fr')).toBe('14 h 02')
  expect(clockTime(now, zone, 'en')).toBe('2:02 pm')
  expect(clockTime(new Date('2026-12-01T00:05+01:00'), zone, 'en')).toBe('12:05 am')
  expect(clockTime(new Date('2026-12-01T11:59+01:00'), zone, 'en')).toBe('11:59 am')
  expect(clockTime(new Date('2026-12-01T12:00+01:00'), zone, 'en')).toBe('12:00 pm')
  expect(clockTime(new Date('2026-12-01T00:05+01:00'), zone, 'fr')).toBe('0 h 05')
})

test('the first of a month is « 1er »', () => {
  expect(dayInWords(new Date('2026-12-01T09:00+01:00'), zone, 'fr')).toBe('mardi 1er décembre 2026')
  expect(dayInWords(new Date('2026-12-01T09:00+01:00'), zone, 'en')).toBe('Tuesday 1 December 2026')
  expect(dayInWords(new Date('2026-12-11T09:00+01:00'), zone, 'fr')).toBe(
    'vendredi 11 décembre 2026',
  )
})

test.each([
  ['2026-11-30T08:05+01:00', 'à 8 h 05', 'at 8:05 am'],
  ['2026-11-30T00:00+01:00', 'à 0 h 00', 'at 12:00 am'],
  [
    '2026-11-29T23:59+01:00',
    'le dimanche 29 novembre 2026 à 23 h 59',
    'on Sunday 29 November 2026 at 11:59 pm',
  ],
])('what happened at %s happened %s', (instant, french, english) => {
  expect(pastInWords(new Date(instant), now, zone, 'fr')).toBe(french)
  expect(pastInWords(new Date(instant), now, zone, 'en')).toBe(english)
})

test('a month has its name and year', () => {
  expect(monthInWords('2026-11', 'fr')).toBe('novembre 2026')
  expect(monthInWords('2027-01', 'en')).toBe('January 2027')
})

test.each([
  ['2026-11-30T14:32+01:00', '14 h 32', '2:32 pm'],
  ['2026-12-01T08:30+01:00', 'demain à 8 h 30', 'tomorrow at 8:30 am'],
  ['2026-12-04T08:30+01:00', 'vendredi 4 décembre à 8 h 30', 'Friday 4 December at 8:30 am'],
])('a deadline at %s reads %s', (deadline, french, english) => {
  expect(deadlineInWords(new Date(deadline), now, zone, 'fr')).toBe(french)
  expect(deadlineInWords(new Date(deadline), now, zone, 'en')).toBe(english)
})

test.each([
  ['2026-11-30T14:32+01:00', '14 h 32', '2:32 pm'],
  ['2026-12-01T08:30+01:00', 'mardi 1er décembre à 8 h 30', 'Tuesday 1 December at 8:30 am'],
])('in a message, read on any day, a deadline at %s reads %s', (deadline, french, english) => {
  expect(writtenDeadline(new Date(deadline), now, zone, 'fr')).toBe(french)
  expect(writtenDeadline(new Date(deadline), now, zone, 'en')).toBe(english)
})

test.each([
  [-5, '0 minute', '0 minute'],
  [1, '1 minute', '1 minute'],
  [1.6, '2 minutes', '2 minutes'],
  [30, '30 minutes', '30 minutes'],
  [60, '1 h', '1 hour'],
  [61, '1 h 01', '1 h 01'],
  [90, '1 h 30', '1 h 30'],
  [120, '2 h', '2 hours'],
  [1439, '23 h 59', '23 h 59'],
  [1440, '1 jour', '1 day'],
  [2880, '2 jours', '2 days'],
  [1441, '1 jour', '1 day'],
  [1500, '1 jour 1 h', '1 day 1 h'],
  [4379, '3 jours', '3 days'],
])('%i minutes', (minutes, french, english) => {
  expect(durationInWords(minutes, 'fr')).toBe(french)
  expect(durationInWords(minutes, 'en')).toBe(english)
})

test('an appointment has a time, a stay has nights', () => {
  const startsAt = new Date('2026-12-01T09:00+01:00')
  const visit = { kind: 'visite', startsAt, endsAt: startsAt, zone, locale: 'fr' } as const
  expect(whenInWords(visit)).toBe('mardi 1er décembre 2026 à 9 h 00')
  expect(whenInWords({ ...visit, locale: 'en' })).toBe('Tuesday 1 December 2026 at 9:00 am')
  const stay = {
    kind: 'sejour',
    startsAt: new Date('2026-12-01T00:00+01:00'),
    endsAt: new Date('2026-12-03T00:00+01:00'),
    zone,
  } as const
  expect(whenInWords({ ...stay, locale: 'fr' })).toBe(
    'du mardi 1er décembre au jeudi 3 décembre 2026 (2 nuits)',
  )
  expect(whenInWords({ ...stay, locale: 'en' })).toBe(
    'from Tuesday 1 December to Thursday 3 December 2026 (2 nights)',
  )
  const night = { ...stay, endsAt: new Date('2026-12-02T00:00+01:00') }
  expect(whenInWords({ ...night, locale: 'fr' })).toBe(
    'du mardi 1er décembre au mercredi 2 décembre 2026 (1 nuit)',
  )
  expect(whenInWords({ ...night, locale: 'en' })).toBe(
    'from Tuesday 1 December to Wednesday 2 December 2026 (1 night)',
  )
})

test.each([
  [null, '2026-11-30T14:27+01:00', 'il reste 25 min', '25 min left'],
  [null, '2026-11-30T13:53+01:00', 'en retard de 9 min', '9 min late'],
  [null, '2026-11-30T15:02+01:00', 'il reste 1 h', '1 hour left'],
  [null, '2026-11-30T14:03+01:00', 'il reste 1 min', '1 min left'],
  [null, '2026-11-30T14:02:30+01:00', 'il reste moins d’une minute', 'less than a minute left'],
  [null, '2026-11-30T14:02+01:00', 'il reste moins d’une minute', 'less than a minute left'],
  [
    '2026-11-30T13:52+01:00',
    '2026-11-30T14:12+01:00',
    'répondu à 13 h 52, 20 min avant l’échéance',
    'answered at 1:52 pm, 20 min before the deadline',
  ],
  [
    '2026-11-30T14:00+01:00',
    '2026-11-30T13:00+01:00',
    'répondu à 14 h 00, 1 h après l’échéance',
    'answered at 2:00 pm, 1 hour after the deadline',
  ],
  [
    '2026-11-29T18:00+01:00',
    '2026-11-30T08:30+01:00',
    'répondu dimanche 29 novembre à 18 h 00, 14 h 30 avant l’échéance',
    'answered Sunday 29 November at 6:00 pm, 14 h 30 before the deadline',
  ],
  [
    '2026-11-30T08:30:20+01:00',
    '2026-11-30T08:30+01:00',
    'répondu à 8 h 30, moins d’une minute après l’échéance',
    'answered at 8:30 am, less than a minute after the deadline',
  ],
  [
    '2026-11-30T08:30+01:00',
    '2026-11-30T08:30+01:00',
    'répondu à 8 h 30, moins d’une minute avant l’échéance',
    'answered at 8:30 am, less than a minute before the deadline',
  ],
])('answered %s, due %s: %s', (answered, due, french, english) => {
  const respondedAt = answered ? new Date(answered) : null
  const promise = { respondBy: new Date(due), respondedAt, now, zone } as const
  expect(promiseInWords({ ...promise, locale: 'fr' })).toBe(french)
  expect(promiseInWords({ ...promise, locale: 'en' })).toBe(english)
})

test.each([
  ['lundi 30 novembre 2026 à 9 h 00', 'lundi 30 novembre 2026 à 9\u00a0h\u00a000'],
  ['20 h 01', '20\u00a0h\u00a001'],
  ['en retard de 26 min', 'en retard de 26\u00a0min'],
  ['Monday at 2:32 pm', 'Monday at 2:32\u00a0pm'],
  ['du 3 au 5 décembre (2 nuits)', 'du 3 au 5 décembre (2\u00a0nuits)'],
  ['within 30 minutes', 'within 30\u00a0minutes'],
  ['du 3 au 5 décembre', 'du 3 au 5 décembre'],
])('“%s” keeps its time on one line', (words, kept) => {
  expect(unbroken(words)).toBe(kept)
})

test('a delay says that it counts opening hours, and only where it does', () => {
  expect(delayInWords(30, { inHours: false, locale: 'fr' })).toBe('30 minutes')
  expect(delayInWords(120, { inHours: true, locale: 'fr' })).toBe(
    '2 h, pendant nos heures d’ouverture',
  )
  expect(delayInWords(1, { inHours: true, locale: 'en' })).toBe(
    '1 minute, counted in our opening hours',
  )
})

test('a delay of 24 opening hours is no day, and none loses its minutes', () => {
  expect(delayInWords(1440, { inHours: true, locale: 'fr' })).toBe(
    '24 h, pendant nos heures d’ouverture',
  )
  expect(delayInWords(1470, { inHours: false, locale: 'fr' })).toBe('24 h 30')
  expect(delayInWords(10_080, { inHours: false, locale: 'en' })).toBe('168 hours')
})
