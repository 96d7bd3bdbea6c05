import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import * as shapes from './apiShapes'

/** The contract's own examples, and Payload's. What is not in a shape would be missing when read. */
const PROPERTY = { title: 'Villa Mpila', slug: 'villa-mpila', district: 'Mpila' }
const AT = '2026-12-01T08:00:00.000Z'
const RESERVATION = {
  reference: 'RSV-7K3M-9QXA',
  status: 'en_attente',
  statusLabel: 'En attente',
  kind: 'visite',
  property: PROPERTY,
  startsAt: AT,
  endsAt: '2026-12-01T08:30:00.000Z',
  createdAt: AT,
  promise: { respondBy: AT, respondedAt: null, state: 'a_temps' },
  support: {
    slaMinutes: 30,
    contactEmail: 'contact@scim.example',
    whatsappUrl: 'https://wa.me/242066123456?text=RSV-7K3M-9QXA',
  },
  timeline: [{ at: AT, status: 'en_attente', label: 'Reçue', actor: 'client', reason: null }],
  messages: [
    { at: AT, direction: 'sortant', subject: 'Reçue', text: 'Bonjour', state: 'a_envoyer' },
    { at: AT, direction: 'entrant', subject: null, text: 'Bonjour', state: 'publiee' },
  ],
}
const PROGRAM = {
  reference: 'RSV-7K3M-9QXA',
  status: 'annulee',
  statusReason: 'refusee',
  kind: 'sejour',
  property: PROPERTY,
  startsAt: '2026-12-01',
  endsAt: '2026-12-03',
  createdAt: AT,
  respondBy: AT,
  respondedAt: AT,
}
const STAFF = {
  id: 1,
  reference: 'RSV-7K3M-9QXA',
  status: 'confirmee',
  kind: 'achat',
  startsAt: AT,
  endsAt: AT,
  respondBy: AT,
}
const CHECK = { status: 'ok', detail: 'en 3 ms' }
const CHECKS = { database: CHECK, migrations: CHECK, worker: CHECK, mail: CHECK }
const FAULT = { path: 'startsAt', message: 'Ce créneau est déjà pris.' }
const PERIOD = { startsAt: AT, endsAt: AT }
const OFFERED = {
  id: 1,
  title: 'Villa Mpila',
  slug: 'villa-mpila',
  status: 'publie',
  kinds: ['visite', 'sejour'],
  city: 'Brazzaville',
  district: 'Mpila',
  description: 'Au bord du fleuve.',
}

type Name = keyof typeof shapes
const EXAMPLES: [Name, object][] = [
  ['reservation', RESERVATION],
  ['receipt', { reservation: RESERVATION, trackingUrl: 'https://scim.example/suivi/x' }],
  ['programView', PROGRAM],
  [
    'webhookBody',
    {
      id: '0b8f2c1e-4d0a-4c52-9e6f-7f0f3a9d1c11',
      event: 'annulee',
      at: AT,
      reservation: PROGRAM,
    },
  ],
  ['agenda', { reservations: [PROGRAM] }],
  ['slots', { slots: [{ startsAt: '2026-12-01', endsAt: '2026-12-02', free: true }] }],
  ['refusal', { errors: [FAULT] }],
  ['taken', { errors: [FAULT], alternatives: [PERIOD, PERIOD, PERIOD] }],
  ['readiness', { status: 'degraded', checks: CHECKS }],
  ['properties', { docs: [OFFERED], totalDocs: 1, page: 1 }],
  ['staffReservation', STAFF],
  ['staffReservations', { docs: [STAFF], totalDocs: 1 }],
  ['decision', { doc: STAFF }],
  ['payloadRefusal', { errors: [{ message: 'Non.' }] }],
  ['login', { token: 'x', exp: 1, user: { id: 1, email: 'contact@scim.example' } }],
]

const reads = (name: Name, value: unknown) => {
  const shape: z.ZodType = shapes[name]
  return shape.safeParse(value)
}

/** Every way to leave one field out, in objects and first entries of lists below as well. */
function incomplete(value: unknown): unknown[] {
  if (Array.isArray(value)) return incomplete(value[0]).map((first) => [first, ...value.slice(1)])
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([field, inner]) => {
    const { [field]: _, ...others } = value as Record<string, unknown> // as: an object of the examples.
    return [others, ...incomplete(inner).map((less) => ({ ...value, [field]: less }))]
  })
}

describe.each(EXAMPLES)('%s', (name, example) => {
  test('describes its example, and leaves nothing of it out', () => {
    expect(reads(name, example)).toEqual({ success: true, data: example })
  })

  test('asks for every field but those that may be absent', () => {
    const accepted = incomplete(example).filter((less) => reads(name, less).success)
    const absent = { login: ['token'], properties: ['page'] } as Partial<Record<Name, string[]>>
    expect(accepted).toEqual(
      (absent[name] ?? []).map((field) => {
        const { [field]: _, ...others } = example as Record<string, unknown> // as: an object above.
        return others
      }),
    )
  })
})

test.each<[Name, object]>([
  ['reservation', { ...RESERVATION, reference: 'RSV-7K3M' }],
  ['reservation', { ...RESERVATION, reference: 'xRSV-7K3M-9QXA' }],
  ['reservation', { ...RESERVATION, reference: 'RSV-7K3M-9QXAx' }],
  ['reservation', { ...RESERVATION, status: 'refusee' }],
  ['reservation', { ...RESERVATION, startsAt: 'demain' }],
  ['taken', { errors: [FAULT], alternatives: [PERIOD, PERIOD, PERIOD, PERIOD] }],
  ['taken', { errors: [], alternatives: [] }],
  ['refusal', { errors: [] }],
  ['payloadRefusal', { errors: [] }],
  ['readiness', { status: 'bien', checks: CHECKS }],
  ['readiness', { status: 'ok', checks: { ...CHECKS, mail: { status: 'bien', detail: '' } } }],
  ['properties', { docs: [{ ...OFFERED, status: 'brouillon' }], totalDocs: 1 }],
])('%s is not %j', (name, wrong) => {
  expect(reads(name, wrong).success).toBe(false)
})

test.each(['a_temps', 'bientot', 'en_retard', 'tenue', 'manquee'])('a promise is %s', (state) => {
  const promise = { ...RESERVATION.promise, state }
  expect(reads('reservation', { ...RESERVATION, promise }).success).toBe(true)
})

test.each(['ok', 'degraded', 'down'])('the house and its parts are %s', (status) => {
  const checks = { ...CHECKS, worker: { status, detail: '' } }
  expect(reads('readiness', { status, checks }).success).toBe(true)
})

test('Payload may add fields of its own', () => {
  for (const name of ['staffReservation', 'decision', 'login', 'payloadRefusal'] as const) {
    const [, example] = EXAMPLES.find(([one]) => one === name) ?? []
    const more = { ...example, more: 1 }
    expect(reads(name, more)).toEqual({ success: true, data: more })
  }
})
