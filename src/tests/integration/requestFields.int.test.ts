import { beforeAll, expect, test } from 'vitest'
import type { Property } from '@/payload-types'
import { aProperty, at, day } from '@/tests/support/house'
import { api, aRequest, bodyOf, type Body } from '@/tests/support/http'
import { checksums, count } from '@/tests/support/sql'

let property: Property
beforeAll(async () => {
  property = await aProperty()
})

const WRONG = {
  requestKey: 'x',
  property: '',
  kind: 'promenade',
  startsAt: 'demain',
  endsAt: 'tard',
  client: { name: 'A', phone: '123', email: 'nulle part' },
  note: 'x'.repeat(1001),
  consent: false,
}

test('every wrong field is told at once, in French', async () => {
  const answer = await api.request({ body: WRONG })
  expect(answer.status).toBe(400)
  const { errors } = bodyOf<{ errors: { path: string; message: string }[] }>(answer)
  expect(Object.fromEntries(errors.map(({ path, message }) => [path, message]))).toEqual({
    requestKey: 'Il manque la clé de la demande : 8 à 100 lettres, chiffres ou tirets.',
    property: 'Choisissez un bien.',
    kind: 'Choisissez une visite, une location, un achat ou un séjour.',
    startsAt: 'Choisissez un créneau : une date et une heure, avec le fuseau.',
    endsAt: 'Choisissez un créneau : une date et une heure, avec le fuseau.',
    'client.name': 'Indiquez votre nom, de 2 à 120 caractères.',
    'client.phone':
      'Indiquez un numéro de téléphone complet, par exemple 06 612 34 56 ou +33 6 12 34 56 78.',
    'client.email': 'Indiquez une adresse e-mail comme nom@exemple.com, ou laissez vide.',
    note: 'Votre message dépasse 1000 caractères.',
    consent: 'Acceptez que nous utilisions ces coordonnées pour vous répondre.',
  })
  expect(errors).toHaveLength(10)
})

test('and in English when the request is in English', async () => {
  const answer = await api.request({ body: { ...WRONG, locale: 'en' } })
  expect(answer.status).toBe(400)
  const { errors } = bodyOf<{ errors: { path: string; message: string }[] }>(answer)
  expect(Object.fromEntries(errors.map(({ path, message }) => [path, message]))).toEqual({
    requestKey: 'The request key is missing: 8 to 100 letters, digits or dashes.',
    property: 'Choose a property.',
    kind: 'Choose a viewing, a rental, a purchase or a stay.',
    startsAt: 'Choose a slot: a date and a time, with the time zone.',
    endsAt: 'Choose a slot: a date and a time, with the time zone.',
    'client.name': 'Give your name, 2 to 120 characters.',
    'client.phone': 'Give a complete phone number, such as 06 612 34 56 or +33 6 12 34 56 78.',
    'client.email': 'Give an e-mail address such as name@example.com, or leave it empty.',
    note: 'Your message is longer than 1000 characters.',
    consent: 'Agree that we use these details to answer you.',
  })
})

const required = ['requestKey', 'property', 'kind', 'startsAt', 'client', 'consent'] as const

test.each(required)('without %s the request is refused and leaves no row', async (field) => {
  const body = aRequest(property)
  delete body[field]
  const before = await checksums('rate_limits')
  const answer = await api.request({ body })
  expect(answer.status).toBe(400)
  const { errors } = bodyOf<{ errors: { path: string }[] }>(answer)
  const paths = field === 'client' ? ['client.name', 'client.phone'] : [field]
  expect(errors.map(({ path }) => path)).toEqual(paths)
  expect(await checksums('rate_limits')).toEqual(before)
})

test.each<[string, Body, { path: string; message: string }]>([
  [
    'an unknown property',
    { property: 'villa-inconnue' },
    { path: 'property', message: 'Ce bien n’existe pas ou n’est plus proposé.' },
  ],
  [
    'the id of no property',
    { property: 999_999 },
    { path: 'property', message: 'Ce bien n’existe pas ou n’est plus proposé.' },
  ],
  [
    'a time that has passed',
    { startsAt: at(-1, '09:00') },
    { path: 'startsAt', message: 'Ce moment est déjà passé : choisissez-en un autre.' },
  ],
  [
    'a time in more than a year',
    { startsAt: at(400, '09:00') },
    {
      path: 'startsAt',
      message: 'Cette date est trop lointaine : choisissez dans les douze prochains mois.',
    },
  ],
  [
    'a time before the property opens',
    { startsAt: at(3, '07:30') },
    {
      path: 'startsAt',
      message: 'Il n’y a pas de rendez-vous à cette heure : choisissez un créneau proposé.',
    },
  ],
  [
    'a time between two slots',
    { startsAt: at(3, '09:10') },
    {
      path: 'startsAt',
      message: 'Il n’y a pas de rendez-vous à cette heure : choisissez un créneau proposé.',
    },
  ],
  [
    'an appointment of two slots',
    { startsAt: at(3, '09:00'), endsAt: at(3, '10:00') },
    {
      path: 'endsAt',
      message:
        'La durée ne convient pas : un rendez-vous dure un créneau, un séjour d’une à 90 nuits.',
    },
  ],
  [
    'an end before the beginning',
    { startsAt: at(3, '09:00'), endsAt: at(3, '08:30') },
    { path: 'endsAt', message: 'La fin doit venir après le début.' },
  ],
  [
    'a stay that began yesterday',
    { kind: 'sejour', startsAt: day(-1), endsAt: day(2) },
    { path: 'startsAt', message: 'Ce moment est déjà passé : choisissez-en un autre.' },
  ],
  [
    'a stay of more than 90 nights',
    { kind: 'sejour', startsAt: day(3), endsAt: day(94) },
    {
      path: 'endsAt',
      message:
        'La durée ne convient pas : un rendez-vous dure un créneau, un séjour d’une à 90 nuits.',
    },
  ],
  [
    'an instant where a stay needs a day',
    { kind: 'sejour', startsAt: at(3, '09:00'), endsAt: day(5) },
    { path: 'startsAt', message: 'Indiquez un jour, par exemple 2026-12-01.' },
  ],
])('%s is refused with a sentence and leaves no row', async (_what, change, error) => {
  const before = await checksums('rate_limits')
  const answer = await api.request({ body: aRequest(property, change) })
  expect(bodyOf(answer)).toEqual({ errors: [error] })
  expect(answer.status).toBe(400)
  expect(await checksums('rate_limits')).toEqual(before)
})

let villa: Property // It is not for sale.
beforeAll(async () => {
  villa = await aProperty({ kinds: ['visite', 'sejour'] })
})

const pathsOf = async (change: Body) => {
  const answer = await api.request({ body: aRequest(villa, change) })
  expect(answer.status).toBe(400)
  const { errors } = bodyOf<{ errors: { path: string }[] }>(answer)
  return errors.map(({ path }) => path).sort()
}

test('what is wrong with the place is told beside what is wrong with the person', async () => {
  const client = { name: 'Awa Mabiala', phone: '123' }
  const unknown = { property: 'villa-inconnue', startsAt: at(-1, '09:00'), client }
  expect(await pathsOf(unknown)).toEqual(['client.phone', 'property', 'startsAt'])
  expect(await pathsOf({ kind: 'achat', startsAt: at(3, '09:10'), client })).toEqual([
    'client.phone',
    'kind',
    'startsAt',
  ])
  const long = { kind: 'sejour', startsAt: day(3), endsAt: day(94), consent: false }
  expect(await pathsOf(long)).toEqual(['consent', 'endsAt'])
  expect(await pathsOf({ property: '', startsAt: at(400, '09:00') })).toEqual([
    'property',
    'startsAt',
  ])
  expect(await pathsOf({ startsAt: at(3, '07:30'), locale: 'de' })).toEqual(['locale', 'startsAt'])
})

test('two things wrong with the place are told together', async () => {
  expect(await pathsOf({ kind: 'achat', startsAt: at(-1, '09:00') })).toEqual(['kind', 'startsAt'])
  expect(await pathsOf({ property: 999_999, startsAt: at(400, '09:00') })).toEqual([
    'property',
    'startsAt',
  ])
})

test('a place that is taken is no wrong field: the person is told what else is wrong', async () => {
  const taken = aRequest(villa, { startsAt: at(5, '09:00') })
  expect((await api.request({ body: taken })).status).toBe(201)
  expect(await pathsOf({ startsAt: at(5, '09:00'), consent: false })).toEqual(['consent'])
})

test('a draft property answers as one that does not exist', async () => {
  const draft = await aProperty({ status: 'brouillon' })
  const answer = await api.request({ body: aRequest(draft) })
  expect(answer.status).toBe(400)
  expect(bodyOf(answer)).toEqual({
    errors: [{ path: 'property', message: 'Ce bien n’existe pas ou n’est plus proposé.' }],
  })
})

test('a property is asked for only in the ways it offers', async () => {
  const flat = await aProperty({ kinds: ['location'] })
  const answer = await api.request({ body: aRequest(flat, { kind: 'visite' }) })
  expect(answer.status).toBe(400)
  expect(bodyOf<{ errors: { path: string }[] }>(answer).errors[0]?.path).toBe('kind')
  expect((await api.request({ body: aRequest(flat, { kind: 'location' }) })).status).toBe(201)
})

test('during a closed period there is neither an appointment nor a night', async () => {
  const closed = await aProperty({
    closedPeriods: [{ from: `${day(5)}T00:00:00.000Z`, to: `${day(6)}T00:00:00.000Z` }],
  })
  const visit = (from: number) =>
    api.request({ body: aRequest(closed, { startsAt: at(from, '09:00') }) })
  const stay = (from: number, to: number) =>
    api.request({
      body: aRequest(closed, { kind: 'sejour', startsAt: day(from), endsAt: day(to) }),
    })
  expect([(await visit(5)).status, (await visit(6)).status]).toEqual([409, 409])
  expect([(await stay(4, 6)).status, (await stay(6, 8)).status]).toEqual([409, 409])
  // Both days are closed in full; the days beside them are not.
  expect([(await visit(4)).status, (await visit(7)).status]).toEqual([201, 201])
  expect([(await stay(3, 5)).status, (await stay(7, 9)).status]).toEqual([201, 201])
})

test('the property may be named by its id, as a number or as text', async () => {
  const answers = [property.id, String(property.id)].map(async (id, index) =>
    api.request({
      body: aRequest(property, { property: id, startsAt: at(8 + index, '09:00') }),
    }),
  )
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([201, 201])
  expect(await count('reservations', 'property_id = $1', [property.id])).toBe(2)
})
