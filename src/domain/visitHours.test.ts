import { describe, expect, test } from 'vitest'
import type { VisitHours } from './availability'
import { closedPeriodFaults, scheduleFaults } from './visitHours'

const LENGTH = 'Un rendez-vous dure de 5 à 480 minutes entières.'

describe('visiting hours', () => {
  test.each<[VisitHours[], number, string[]]>([
    [[], 30, []],
    [[{ day: 1, from: '08:00', to: '12:00' }], 30, []],
    [[{ day: 1, from: '08:00', to: '08:30' }], 30, []],
    [[{ day: 1, from: '08:45', to: '10:15' }], 90, []],
    [[], 5, []],
    [[], 480, []],
    [[], 4, [LENGTH]],
    [[], 481, [LENGTH]],
    [[], 30.5, [LENGTH]],
    [
      [{ day: 1, from: '12:00', to: '08:00' }],
      30,
      ['« 12:00 – 08:00 » : la fin doit venir après le début.'],
    ],
    [
      [{ day: 1, from: '12:00', to: '12:00' }],
      30,
      ['« 12:00 – 12:00 » : la fin doit venir après le début.'],
    ],
    [
      [{ day: 1, from: '8h', to: '12:00' }],
      30,
      ['« 8h – 12:00 » : écrivez les heures ainsi, 08:00.'],
    ],
    [
      [{ day: 1, from: '08:00', to: '24:00' }],
      30,
      ['« 08:00 – 24:00 » : écrivez les heures ainsi, 08:00.'],
    ],
    [
      [{ day: 1, from: '08:45', to: '09:14' }],
      30,
      ['« 08:45 – 09:14 » : trop court pour un rendez-vous de 30 minutes.'],
    ],
    [
      [
        { day: 1, from: '11:00', to: '13:00' },
        { day: 1, from: '08:00', to: '12:00' },
      ],
      30,
      ['« 08:00 – 12:00 » et « 11:00 – 13:00 » se chevauchent.'],
    ],
    [
      [
        { day: 1, from: '08:00', to: '12:00' },
        { day: 1, from: '12:00', to: '13:00' },
        { day: 2, from: '08:00', to: '12:00' },
      ],
      30,
      [],
    ],
    [
      [
        { day: 1, from: '10:00', to: '12:00' },
        { day: 2, from: '09:00', to: '11:00' },
        { day: 1, from: '08:00', to: '09:00' },
        { day: 2, from: '10:00', to: '12:00' },
      ],
      30,
      ['« 09:00 – 11:00 » et « 10:00 – 12:00 » se chevauchent.'],
    ],
  ])('%j with slots of %d minutes: %j', (visitHours, slotMinutes, faults) => {
    expect(scheduleFaults({ visitHours, slotMinutes }).map(({ fr }) => fr)).toEqual(faults)
  })

  test('faults are said in English too', () => {
    const visitHours = [
      { day: 1, from: '8h', to: '9h' },
      { day: 2, from: '09:00', to: '08:00' },
      { day: 3, from: '08:00', to: '08:10' },
      { day: 3, from: '08:05', to: '09:00' },
    ]
    expect(scheduleFaults({ visitHours, slotMinutes: 20 }).map(({ en }) => en)).toEqual([
      '“8h – 9h”: write times as 08:00.',
      '“09:00 – 08:00”: the end must come after the start.',
      '“08:00 – 08:10”: too short for an appointment of 20 minutes.',
      '“08:00 – 08:10” and “08:05 – 09:00” overlap.',
    ])
  })
})

test('a closed period ends on its first day or later', () => {
  const day = '2026-12-24'
  expect(closedPeriodFaults([{ from: day, to: day }])).toEqual([])
  expect(closedPeriodFaults([{ from: '2026-12-24', to: '2027-01-02' }])).toEqual([])
  expect(closedPeriodFaults([{ from: '2027-01-02', to: '2026-12-24' }])).toEqual([
    {
      fr: 'Fermeture du 02/01/2027 au 24/12/2026 : la fin précède le début.',
      en: 'Closed from 02/01/2027 to 24/12/2026: the end comes before the start.',
    },
  ])
})
