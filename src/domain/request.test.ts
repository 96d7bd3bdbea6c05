import { describe, expect, test } from 'vitest'
import { GOOD } from '@/tests/support/goodRequest'
import { parseContact, parseRequest } from './request'
import { fingerprintOf } from './requestFingerprint'

const CG = { country: 'CG' }
const parsed = (body: unknown) => {
  const answer = parseRequest(body, CG)
  if ('errors' in answer) throw new Error(JSON.stringify(answer.errors))
  return answer.request
}
const faults = (body: unknown) => {
  const answer = parseRequest(body, CG)
  return 'errors' in answer ? answer.errors.map(({ path }) => path).sort() : []
}

test('a good request is read into typed values', () => {
  expect(parsed(GOOD)).toEqual({
    requestKey: GOOD.requestKey,
    property: 'villa-mpila',
    kind: 'visite',
    startsAt: new Date('2026-12-01T08:00:00Z'),
    endsAt: null,
    client: { name: 'Awa Mabiala', phone: '+242066123456', email: 'awa@example.com' },
    note: 'Bonjour',
    locale: 'fr',
  })
})

test('a stay is asked by days', () => {
  const stay = { ...GOOD, kind: 'sejour', startsAt: '2026-12-01', endsAt: '2026-12-03' }
  expect(parsed(stay)).toMatchObject({ startsAt: '2026-12-01', endsAt: '2026-12-03' })
})

test('every wrong field is told at once', () => {
  expect(faults({})).toEqual([
    'client.name',
    'client.phone',
    'consent',
    'kind',
    'property',
    'requestKey',
    'startsAt',
  ])
  const end = { ...GOOD, endsAt: '2026-12-01T08:00:00+01:00', consent: false }
  expect(faults(end)).toEqual(['consent', 'endsAt'])
})

describe('one wrong field', () => {
  test.each([
    ['requestKey', { requestKey: 'short' }],
    ['requestKey', { requestKey: 'with space inside' }],
    ['property', { property: '' }],
    ['property', { property: 1e12 }],
    ['property', { property: ['villa-mpila'] }],
    ['kind', { kind: 'vol' }],
    ['startsAt', { startsAt: '2026-12-01T09:00:00' }],
    ['startsAt', { startsAt: '2026-02-30T09:00:00Z' }],
    ['startsAt', { startsAt: '2026-12-01' }],
    ['startsAt', { startsAt: 1764576000000 }],
    ['client.name', { client: { ...GOOD.client, name: 'A' } }],
    ['client.name', { client: { ...GOOD.client, name: 'x'.repeat(121) } }],
    ['client.phone', { client: { ...GOOD.client, phone: '66123456' } }],
    ['client.phone', { client: { ...GOOD.client, phone: { $gt: '' } } }],
    ['client.email', { client: { ...GOOD.client, email: 'a@b.io, evil@x.io' } }],
    ['client.email', { client: { ...GOOD.client, email: 'a@b.io\r\nBcc: evil@x.io' } }],
    ['note', { note: 'é'.repeat(1001) }],
    ['locale', { locale: 'de' }],
    ['consent', { consent: 'true' }],
  ])('%s', (path, change) => {
    expect(faults({ ...GOOD, ...change })).toEqual([path])
  })
})

test.each([null, 3, 'text', [], [GOOD], true, undefined])('%j is no request', (body) => {
  expect(faults(body)).toEqual([''])
})

test('sentences come in the language of the request', () => {
  const answer = parseRequest(
    { ...GOOD, locale: 'en', client: { ...GOOD.client, phone: '66123456' } },
    CG,
  )
  expect(answer).toEqual({
    errors: [
      {
        path: 'client.phone',
        message:
          'This number seems to have lost its 0: in Congo, write it too, such as 06 612 34 56.',
      },
    ],
  })
})

test('what PostgreSQL cannot keep is taken out of free text', () => {
  const note = 'un\u0000 deux\ud800 trois\r\nquatre\u0007'
  expect(parsed({ ...GOOD, note }).note).toBe('un deux\ufffd trois\nquatre')
})

test('an empty e-mail is none', () => {
  expect(parsed({ ...GOOD, client: { ...GOOD.client, email: ' ' } }).client.email).toBeNull()
})

test('the same content has the same fingerprint however it is written', () => {
  const other = {
    ...GOOD,
    startsAt: '2026-12-01T08:00:00Z',
    client: { ...GOOD.client, phone: '+242 06 612 34 56' },
  }
  expect(fingerprintOf(parsed(other))).toBe(fingerprintOf(parsed(GOOD)))
  expect(fingerprintOf(parsed({ ...GOOD, note: 'autre' }))).not.toBe(fingerprintOf(parsed(GOOD)))
})

test('the contact step follows the same rules', () => {
  const wrong = parseContact(
    { client: { name: '', phone: '' }, consent: false },
    { country: 'CG', locale: 'fr' },
  )
  expect(wrong).toEqual({
    errors: [
      { path: 'client.name', message: 'Indiquez votre nom, de 2 à 120 caractères.' },
      {
        path: 'client.phone',
        message:
          'Indiquez un numéro de téléphone complet, par exemple 06 612 34 56 ou +33 6 12 34 56 78.',
      },
      {
        path: 'consent',
        message: 'Acceptez que nous utilisions ces coordonnées pour vous répondre.',
      },
    ],
  })
})
