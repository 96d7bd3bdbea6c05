import { describe, expect, test } from 'vitest'
import {
  deliveryNumber,
  isCarried,
  judgeCall,
  retryAfterSeconds,
  withoutPhones,
  type ChannelOutcome,
} from './channel'
import { TEMPLATE_KEYS } from './notifications'

const NOW = new Date('2026-12-01T09:00:00Z')
const judged = (outcome: ChannelOutcome, changes: Partial<Parameters<typeof judgeCall>[1]> = {}) =>
  judgeCall(outcome, {
    attempts: 1,
    unknownBefore: false,
    queuedAt: NOW,
    now: NOW,
    jitter: 0,
    ...changes,
  })
const inMinutes = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

describe('which messages go to the phone', () => {
  test.each([
    ['accuse_reception', true, true],
    ['nouvelle_demande', false, false],
    ['confirmation', true, true],
    ['annulation', true, true],
    ['annulation_gestion', false, false],
    ['rappel_delai', false, false],
    ['retard_client', true, true],
    ['escalade', false, false],
    ['expiration', true, true],
    ['rappel_visite', true, true],
    ['nouveau_message', false, true],
    ['lien_acces', false, false],
  ] as const)('%s: with e-mail %s, without %s', (template, mailed, unmailed) => {
    expect([isCarried(template, true), isCarried(template, false)]).toEqual([mailed, unmailed])
  })

  test('every template is decided above', () => expect(TEMPLATE_KEYS).toHaveLength(12))
})

describe('what becomes of a text', () => {
  test('accepted is the end', () => {
    const accepted = { kind: 'accepted', providerId: 'SM1', answer: '201 queued' } as const
    expect(judged(accepted)).toEqual({ state: 'acceptee' })
    expect(judged(accepted, { unknownBefore: true })).toEqual({ state: 'acceptee' })
  })

  test('refused for good is the end', () => {
    expect(judged({ kind: 'refused', answer: '400 21211', permanent: true })).toEqual({
      state: 'abandonnee',
      because: 'refus',
    })
  })

  test.each([
    [1, 1],
    [2, 5],
    [3, 15],
    [4, 60],
    [5, 240],
    [6, 240],
  ])('not taken now, attempt %i: again in %i minutes', (attempts, minutes) => {
    const again = { state: 'echouee', nextAttemptAt: inMinutes(minutes), unknown: false }
    expect(judged({ kind: 'refused', answer: 'HTTP 500', permanent: false }, { attempts })).toEqual(
      again,
    )
    expect(judged({ kind: 'unsent', cause: 'injoignable' }, { attempts })).toEqual(again)
  })

  test.each([
    [0, 1],
    [30, 1],
    [1_800, 30],
  ])('asked to wait %i seconds: again in %i minutes', (waitSeconds, minutes) => {
    const outcome = { kind: 'refused', answer: 'HTTP 429', permanent: false, waitSeconds } as const
    expect(judged(outcome)).toMatchObject({ nextAttemptAt: inMinutes(minutes) })
  })

  test('asked to wait longer than two days, it is given up', () => {
    const outcome = { kind: 'refused', answer: 'HTTP 429', permanent: false } as const
    expect(judged({ ...outcome, waitSeconds: 48 * 3_600 })).toMatchObject({ state: 'echouee' })
    expect(judged({ ...outcome, waitSeconds: 48 * 3_600 + 1 })).toEqual({
      state: 'abandonnee',
      because: 'delai',
    })
  })

  test('an unknown outcome is tried once more, when a report has had its time', () => {
    const unknown = { kind: 'unknown', cause: 'trop_lent' } as const
    expect(judged(unknown)).toEqual({
      state: 'echouee',
      nextAttemptAt: inMinutes(10),
      unknown: true,
    })
    expect(judged(unknown, { attempts: 3 })).toMatchObject({ nextAttemptAt: inMinutes(15) })
    expect(judged(unknown, { unknownBefore: true })).toEqual({
      state: 'abandonnee',
      because: 'issue_inconnue',
    })
  })
})

test.each([
  [undefined, undefined],
  ['120', 120],
  [' 0 ', 0],
  ['Tue, 01 Dec 2026 09:05:00 GMT', 300],
  ['Tue, 01 Dec 2026 08:00:00 GMT', 0],
  ['soon', undefined],
])('Retry-After %j is %j seconds', (header, seconds) => {
  expect(retryAfterSeconds(header, NOW)).toBe(seconds)
})

test.each([
  ["The 'To' number +242 06 612 34 56 is not valid", "The 'To' number … is not valid"],
  ['(#131026) 242066123456 is not on WhatsApp', '(#131026) … is not on WhatsApp'],
  [
    'Permission for region 242 is off, error 21408',
    'Permission for region 242 is off, error 21408',
  ],
])('%s', (words, said) => expect(withoutPhones(words)).toBe(said))

test.each([
  ['12', 12],
  ['0', null],
  ['-1', null],
  ['1e3', null],
  ['9999999999', null],
  ['', null],
  [null, null],
  [undefined, null],
])('%j names row %j', (text, id) => expect(deliveryNumber(text)).toBe(id))
