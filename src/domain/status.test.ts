import { expect, test } from 'vitest'
import {
  ACTORS,
  isStatus,
  judgeMove,
  STATUS_COLOURS,
  STATUSES,
  type Actor,
  type Reason,
  type Status,
} from './status'

/** Every allowed move, by hand; all others must be refused. */
const ALLOWED: [Status, Status, Actor, Reason | null][] = [
  ['en_attente', 'confirmee', 'proprietaire', null],
  ['en_attente', 'confirmee', 'admin', null],
  ['en_attente', 'annulee', 'client', 'annulee_client'],
  ['en_attente', 'annulee', 'proprietaire', 'refusee'],
  ['en_attente', 'annulee', 'admin', 'refusee'],
  ['en_attente', 'annulee', 'systeme', 'expiree'],
  ['confirmee', 'annulee', 'client', 'annulee_client'],
  ['confirmee', 'annulee', 'proprietaire', 'annulee_gestion'],
  ['confirmee', 'annulee', 'admin', 'annulee_gestion'],
]

const ALL = STATUSES.flatMap((from) =>
  STATUSES.flatMap((to) => ACTORS.map((by) => [from, to, by] as const)),
)

test.each(ALLOWED)('%s becomes %s by %s, for reason %s', (from, to, by, reason) => {
  expect(judgeMove({ from, to, by })).toEqual({ verdict: 'moved', reason })
})

test.each(
  ALL.filter(
    ([from, to, by]) =>
      from !== to && !ALLOWED.some((row) => row[0] === from && row[1] === to && row[2] === by),
  ),
)('%s never becomes %s by %s', (from, to, by) => {
  expect(judgeMove({ from, to, by })).toEqual({ verdict: 'refused' })
})

test.each(ALL.filter(([from, to]) => from === to))(
  '%s to %s by %s changes nothing',
  (from, to, by) => {
    expect(judgeMove({ from, to, by })).toEqual({ verdict: 'unchanged' })
  },
)

test.each([
  ['en_attente', true],
  ['confirmee', true],
  ['annulee', true],
  ['Confirmee', false],
  ['refusee', false],
  ['', false],
  [null, false],
  [0, false],
])('%j is a status: %s', (value, is) => {
  expect(isStatus(value)).toBe(is)
})

test('a colour says the same as the label beside it', () => {
  expect(STATUS_COLOURS).toEqual({
    en_attente: 'warning',
    confirmee: 'success',
    annulee: 'light',
  })
})
