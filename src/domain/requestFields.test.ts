import { describe, expect, test } from 'vitest'
import { GOOD, STAY } from '@/tests/support/goodRequest'
import { parseContact, parseRequest } from './request'

const errors = (body: unknown, country = 'CG') => {
  const answer = parseRequest(body, { country })
  return 'errors' in answer ? answer.errors : []
}
const client = (change: object) => ({ client: { ...GOOD.client, ...change } })

const SENTENCES = {
  requestKey: 'Il manque la clé de la demande : 8 à 100 lettres, chiffres ou tirets.',
  property: 'Choisissez un bien.',
  kind: 'Choisissez une visite, une location, un achat ou un séjour.',
  startsAt: 'Choisissez un créneau : une date et une heure, avec le fuseau.',
  endsAt: 'La fin doit venir après le début.',
  'client.name': 'Indiquez votre nom, de 2 à 120 caractères.',
  'client.phone':
    'Indiquez un numéro de téléphone complet, par exemple 06 612 34 56 ou +33 6 12 34 56 78.',
  'client.email': 'Indiquez une adresse e-mail comme nom@exemple.com, ou laissez vide.',
  note: 'Votre message dépasse 1000 caractères.',
  locale: 'Choisissez fr ou en.',
  consent: 'Acceptez que nous utilisions ces coordonnées pour vous répondre.',
}
const LOST_ZERO =
  'Ce numéro semble avoir perdu son 0 : au Congo, écrivez-le avec, par exemple 06 612 34 56.'
const DAY = 'Indiquez un jour, par exemple 2026-12-01.'

describe('a wrong field is told once, in its own words', () => {
  test.each<[keyof typeof SENTENCES, object]>([
    ['requestKey', { requestKey: undefined }],
    ['requestKey', { requestKey: 'x'.repeat(7) }],
    ['requestKey', { requestKey: 'x'.repeat(101) }],
    ['requestKey', { requestKey: '!abcdefgh' }],
    ['requestKey', { requestKey: 'abcdefgh!' }],
    ['property', { property: undefined }],
    ['property', { property: null }],
    ['property', { property: true }],
    ['property', { property: 0 }],
    ['property', { property: 1.5 }],
    ['property', { property: -1.5 }],
    ['property', { property: 2_147_483_648 }],
    ['property', { property: 'Villa' }],
    ['property', { property: 'villa mpila' }],
    ['property', { property: '-villa' }],
    ['property', { property: 'villa-' }],
    ['property', { property: 'a--b' }],
    ['property', { property: 'x'.repeat(201) }],
    ['kind', { kind: undefined }],
    ['kind', { kind: 'vol' }],
    ['startsAt', { startsAt: undefined }],
    ['startsAt', { startsAt: 'x2026-12-01T09:00:00Z' }],
    ['startsAt', { startsAt: '2026-12-01T09:00:00Zx' }],
    ['startsAt', { startsAt: '2026-12-01T24:00:00Z' }],
    ['startsAt', { startsAt: '2026-02-30T09:00:00Z' }],
    ['startsAt', { startsAt: 2027, endsAt: '2026-12-01T09:00:00Z' }],
    ['endsAt', { endsAt: '2026-12-01T09:00:00+01:00' }],
    ['endsAt', { endsAt: '2026-12-01T08:59:00+01:00' }],
    ['client.name', client({ name: 5 })],
    ['client.name', client({ name: ' A ' })],
    ['client.name', client({ name: 'x'.repeat(121) })],
    ['client.phone', client({ phone: 5 })],
    ['client.phone', client({ phone: '661234567' })],
    ['client.phone', client({ phone: '9966123456' })],
    ['client.phone', client({ phone: '06 612 34 56'.padEnd(41) })],
    ['client.email', client({ email: 5 })],
    ['client.email', client({ email: 'awa' })],
    ['note', { note: 5 }],
    ['note', { note: 'é'.repeat(1001) }],
    ['locale', { locale: 'de' }],
    ['consent', { consent: undefined }],
    ['consent', { consent: false }],
  ])('%s: %j', (path, change) => {
    expect(errors({ ...GOOD, ...change })).toEqual([{ path, message: SENTENCES[path] }])
  })

  test.each(['66123456', '66 12 34 56', '+242 66 12 34 56', '00242 55123456'])(
    'a number of Congo that lost its zero: %s',
    (phone) => {
      expect(errors({ ...GOOD, ...client({ phone }) })).toEqual([
        { path: 'client.phone', message: LOST_ZERO },
      ])
    },
  )

  test('elsewhere no zero was lost, and the example is one of there', () => {
    expect(errors({ ...GOOD, ...client({ phone: '66123456' }) }, 'FR')).toEqual([
      {
        path: 'client.phone',
        message:
          'Indiquez un numéro de téléphone complet, par exemple 06 12 34 56 78 ou +33 6 12 34 56 78.',
      },
    ])
  })

  test('the days of a stay', () => {
    expect(errors({ ...STAY, startsAt: GOOD.startsAt, endsAt: 5 })).toEqual([
      { path: 'startsAt', message: DAY },
      { path: 'endsAt', message: DAY },
    ])
    expect(errors({ ...STAY, endsAt: STAY.startsAt })).toEqual([
      { path: 'endsAt', message: SENTENCES.endsAt },
    ])
  })

  test('an end that is no instant is not compared with the start', () => {
    expect(errors({ ...GOOD, endsAt: 2025 })).toEqual([
      { path: 'endsAt', message: SENTENCES.startsAt },
    ])
  })

  test.each([undefined, null, 'Awa', 3, [], {}])(
    'a client that is %j lacks name and phone',
    (who) => {
      expect(errors({ ...GOOD, client: who })).toEqual([
        { path: 'client.name', message: SENTENCES['client.name'] },
        { path: 'client.phone', message: SENTENCES['client.phone'] },
      ])
    },
  )

  test('in English where English is asked for', () => {
    expect(errors({ ...GOOD, locale: 'en', note: 'x'.repeat(1001), consent: false })).toEqual([
      { path: 'note', message: 'Your message is longer than 1000 characters.' },
      { path: 'consent', message: 'Agree that we use these details to answer you.' },
    ])
  })
})

test('the contact step gives contact and note', () => {
  const context = { country: 'CG', locale: 'fr' } as const
  expect(parseContact({ ...GOOD, note: ' ' }, context)).toEqual({
    contact: { name: 'Awa Mabiala', phone: '+242066123456', email: 'awa@example.com' },
    note: null,
  })
  for (const body of [null, undefined, 3, 'text', {}])
    expect(parseContact(body, context)).toEqual({
      errors: (['client.name', 'client.phone', 'consent'] as const).map((path) => ({
        path,
        message: SENTENCES[path],
      })),
    })
})
