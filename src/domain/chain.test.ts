import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { chainFaults, fingerprintOf, sealedText, type ChainedReservation } from './chain'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const REFERENCE = 'RSV-7K3M-9QXA'
const STEPS = [
  { from: null, to: 'en_attente', actor: 'client', reason: null, at: '2026-11-23T13:00:00.123Z' },
  {
    from: 'en_attente',
    to: 'confirmee',
    actor: 'proprietaire',
    reason: null,
    at: '2026-11-23T13:12:00.000Z',
  },
  {
    from: 'confirmee',
    to: 'annulee',
    actor: 'client',
    reason: 'annulee_client',
    at: '2026-11-24T08:00:00.000Z',
  },
] as const

/** Three steps, each with its message, as the house writes them. */
function whole(): ChainedReservation {
  let previousHash: string | null = null
  const history = STEPS.map(({ at, ...step }, index) => {
    const row = { ...step, at: new Date(at), previousHash }
    const hash = sha256(sealedText(REFERENCE, row))
    previousHash = hash
    return { ...row, id: 11 + index, hash }
  })
  const witnesses = history.map(({ hash }, index) => ({
    id: 21 + index,
    fingerprint: fingerprintOf(hash),
    text: `Bonjour.\n\nEmpreinte de l’historique : ${fingerprintOf(hash)}`,
  }))
  return { reference: REFERENCE, status: 'annulee', history, witnesses }
}

/** Hashes made to fit again, as somebody with all rights over the database would. */
function resealed(reservation: ChainedReservation): ChainedReservation {
  let previousHash: string | null = null
  const history = reservation.history.map((row) => {
    const sealed = { ...row, previousHash }
    previousHash = sha256(sealedText(REFERENCE, sealed))
    return { ...sealed, hash: previousHash }
  })
  return { ...reservation, history }
}

const faults = (reservation: ChainedReservation) => chainFaults(reservation, sha256)

test('the sealed text of a first step is these eight lines, and names nobody', () => {
  const [first] = whole().history
  if (!first) throw new Error('no step')
  expect(sealedText(REFERENCE, first)).toBe(
    'scim-history-1\nRSV-7K3M-9QXA\n\nen_attente\nclient\n\n2026-11-23T13:00:00.123Z\n',
  )
})

test('the sealed text of a last step names its reason and the hash before it', () => {
  const [, second, third] = whole().history
  if (!second || !third) throw new Error('no step')
  expect(sealedText(REFERENCE, third)).toBe(
    `scim-history-1\nRSV-7K3M-9QXA\nconfirmee\nannulee\nclient\nannulee_client\n2026-11-24T08:00:00.000Z\n${second.hash}`,
  )
})

test('a fingerprint is twelve hexadecimal digits in groups of four', () => {
  expect(fingerprintOf('0a1b2c3d4e5f6a7b')).toBe('0A1B-2C3D-4E5F')
})

test('a whole history has no fault', () => {
  expect(faults(whole())).toEqual([])
})

test.each<[string, (given: ChainedReservation) => ChainedReservation, RegExp]>([
  [
    'an edited actor',
    (given) => ({
      ...given,
      history: given.history.map((row) => (row.id === 12 ? { ...row, actor: 'admin' } : row)),
    }),
    /step 12 was edited/,
  ],
  [
    'a time moved by a millisecond',
    (given) => ({
      ...given,
      history: given.history.map((row) =>
        row.id === 11 ? { ...row, at: new Date('2026-11-23T13:00:00.124Z') } : row,
      ),
    }),
    /step 11 was edited/,
  ],
  [
    'a deleted step',
    (given) => ({ ...given, history: given.history.filter(({ id }) => id !== 12) }),
    /before step 13 a step was deleted, inserted or moved: it does not follow step 11\nstep 13 begins at confirmee, but the history stood at en_attente/,
  ],
  [
    'a beginning cut off',
    (given) => ({ ...given, history: given.history.slice(1) }),
    /before step 12 .*: it does not follow the beginning\nstep 12 begins at en_attente, but the history stood at nothing/,
  ],
  [
    'a second beginning, sealed anew',
    (given) =>
      resealed({
        ...given,
        history: given.history.map((row) => (row.id === 12 ? { ...row, from: null } : row)),
      }),
    /^step 12 begins at nothing, but the history stood at en_attente/,
  ],
  [
    'two steps in another order',
    (given) => ({ ...given, history: [...given.history].reverse() }),
    /does not follow/,
  ],
  [
    'a cut end, with the status put back',
    (given) => ({ ...given, status: 'confirmee', history: given.history.slice(0, 2) }),
    /message 23 bears fingerprint .* the history was rewritten or cut/,
  ],
  ['nothing left', (given) => ({ ...given, history: [] }), /whole history is missing/],
  [
    'another end, sealed anew',
    (given) =>
      resealed({
        ...given,
        history: given.history.map((row) => (row.id === 13 ? { ...row, actor: 'admin' } : row)),
      }),
    /message 23 bears fingerprint/,
  ],
  [
    'a step more, sealed anew',
    (given) => {
      const last = given.history.at(-1)
      if (!last) throw new Error('no step')
      const more = { ...last, id: 14, from: 'annulee' as const, to: 'confirmee' as const }
      return resealed({ ...given, status: 'confirmee', history: [...given.history, more] })
    },
    /step 14 stands in no message/,
  ],
  [
    'a status changed beside its history',
    (given) => ({ ...given, status: 'confirmee' }),
    /status is confirmee, but the history ends with annulee/,
  ],
  [
    'a message whose words were exchanged',
    (given) => ({
      ...given,
      witnesses: given.witnesses.map((one) => (one.id === 22 ? { ...one, text: 'Rien.' } : one)),
    }),
    /message 22 does not say/,
  ],
])('found: %s', (_, tamper, fault) => {
  expect(faults(tamper(whole())).join('\n')).toMatch(fault)
})
