import { beforeAll, expect, test } from 'vitest'
import type { SlotsPreview } from '@/messaging/slotsPreview'
import type { Property } from '@/payload-types'
import { aProperty, aStaff, at, day, house, type Staff } from '@/tests/support/house'
import { bodyOf, booked, rest } from '@/tests/support/http'
import { one } from '@/tests/support/sql'

let admin: Staff
let owner: Staff
let other: Staff
let editor: Staff
let property: Property

beforeAll(async () => {
  await house()
  admin = await aStaff('admin', 'Prisca Loemba')
  owner = await aStaff('proprietaire', 'Clarisse Ngouabi')
  other = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  editor = await aStaff('editeur', 'Aimé Tchicaya')
  property = await aProperty({ owners: [owner.id] })
})

const everyDay = ['1', '2', '3', '4', '5', '6', '7'].map((weekday) => ({
  id: 'une-ligne',
  day: weekday,
  from: '09:00',
  to: '11:00',
}))
const form = (changes: object = {}) => ({
  id: property.id,
  slotMinutes: 60,
  visitHours: everyDay,
  closedPeriods: [],
  ...changes,
})
const preview = (as: Staff | null, changes: object = {}) =>
  rest('POST', '/properties/slots-preview', { as, body: form(changes) })
const save = (as: Staff, body: object) => rest('PATCH', `/properties/${property.id}`, { as, body })

test('an owner sees the slots that the form would offer, before it is saved', async () => {
  await booked(property, { startsAt: at(3, '09:00') })
  const { faults, days } = bodyOf<SlotsPreview>(await preview(owner))
  expect(faults).toEqual([])
  expect(days).toHaveLength(14)
  expect(days[3]?.slots).toEqual([
    { at: '9 h 00', free: false },
    { at: '10 h 00', free: true },
  ])
  const saved = await one<{ minutes: number }>(
    'select slot_minutes::int as minutes from properties where id = $1',
    [property.id],
  )
  expect(saved.minutes).toBe(30)
})

test('a closed period that is only written down closes its days in the preview', async () => {
  const closedPeriods = [{ from: `${day(5)}T12:00:00.000Z`, to: `${day(6)}T12:00:00.000Z` }]
  const { days } = bodyOf<SlotsPreview>(await preview(owner, { closedPeriods }))
  expect(days[5]?.slots.every(({ free }) => !free)).toBe(true)
  expect(days[6]?.slots.every(({ free }) => !free)).toBe(true)
  expect(days[7]?.slots.every(({ free }) => free)).toBe(true)
})

test('impossible hours are told in a sentence, and unfinished ones as well', async () => {
  const visitHours = [{ day: '1', from: '12:00', to: '08:00' }]
  const { faults, days } = bodyOf<SlotsPreview>(await preview(owner, { visitHours }))
  expect(faults).toEqual(['« 12:00 – 08:00 » : la fin doit venir après le début.'])
  expect(days).toEqual([])
  expect((await preview(owner, { visitHours: [{ day: '1' }] })).status).toBe(400)
  expect((await preview(owner, { slotMinutes: 1e9 })).status).toBe(400)
})

test('nobody else sees what is taken in a property', async () => {
  expect((await preview(null)).status).toBe(401)
  expect((await preview(editor)).status).toBe(403)
  expect((await preview(other)).status).toBe(403)
  expect((await preview(other, { id: null })).status).toBe(403)
  expect((await preview(admin)).status).toBe(200)
  expect((await preview(admin, { id: null })).status).toBe(200)
})

test('a property that closes before it opens again, or has no hours, is refused', async () => {
  const backwards = await save(owner, {
    closedPeriods: [{ from: `${day(6)}T12:00:00.000Z`, to: `${day(5)}T12:00:00.000Z` }],
  })
  expect(backwards.status).toBe(400)
  expect(backwards.text).toContain('la fin précède le début')
  const without = await save(owner, { visitHours: [] })
  expect(without.status).toBe(400)
  expect(without.text).toContain('Un bien publié a besoin d’heures de visite.')
})

test('what belongs to administrators does not change by an owner’s form', async () => {
  const answer = await save(owner, { title: 'À moi', slug: 'a-moi', description: 'Neuve.' })
  expect(answer.status).toBe(200)
  const saved = await one('select title, slug, description from properties where id = $1', [
    property.id,
  ])
  expect(saved).toEqual({
    title: property.title,
    slug: property.slug,
    description: 'Neuve.',
  })
})

test('a page address is refused in the language of the panel', async () => {
  const bad = { slug: 'Pas Bon' }
  expect((await save(admin, bad)).text).toContain('Lettres minuscules, chiffres et tirets')
  const english = await rest('PATCH', `/properties/${property.id}`, {
    as: admin,
    body: bad,
    headers: { 'Accept-Language': 'en' },
  })
  expect(english.text).toContain('Lower-case letters, digits and hyphens')
})

test('the agency’s phone is a whole number, kept in one form', async () => {
  const set = (contactPhone: string) =>
    rest('POST', '/globals/settings', { as: admin, body: { contactPhone } })
  const refused = await set('6 612 34 56')
  expect(refused.status).toBe(400)
  expect(refused.text).toContain('Ce numéro n’est pas complet')
  expect((await set('06 612 34 56')).status).toBe(200)
  expect(await one('select contact_phone as phone from settings')).toEqual({
    phone: '+242066123456',
  })
  expect(
    (await rest('POST', '/globals/settings', { as: owner, body: { contactPhone: '' } })).status,
  ).toBe(403)
})

type Refused = { errors: { message: string; data: { errors: { message: string }[] } }[] }

test('the notice above a refused form names its fields as the form does, each once', async () => {
  const visitHours = [
    { day: '1', from: '08:00', to: '12:00' },
    { day: '1', from: '11:00', to: '11:10' },
  ]
  const closedPeriods = [{ from: day(20), to: day(10) }]
  const answer = await save(owner, { visitHours, closedPeriods })
  expect(answer.status).toBe(400)
  const [error] = bodyOf<Refused>(answer).errors
  expect(error?.message).toMatch(/: Heures de visite, Fermetures$/)
  expect(error?.data.errors).toHaveLength(2)

  const opens = { openingHours: [{ day: '1', opens: '18:00', closes: '08:00' }] }
  const hours = await rest('POST', '/globals/settings', { as: admin, body: opens })
  expect(hours.status).toBe(400)
  expect(bodyOf<Refused>(hours).errors[0]?.message).toMatch(/: Heures d’ouverture$/)
  const weak = await rest('PATCH', `/users/${owner.id}`, { as: owner, body: { password: 'court' } })
  expect(weak.status).toBe(400)
  expect(bodyOf<Refused>(weak).errors[0]?.message).toMatch(/: Mot de passe$/)
})

test('so it does of a page address or an account that exists already', async () => {
  const twin = { ...everything, slug: property.slug }
  const refused = await rest('POST', '/properties', { as: admin, body: twin })
  expect(refused.status).toBe(400)
  expect(bodyOf<Refused>(refused).errors[0]?.message).toMatch(/^Le champ .*: Adresse de la page$/)
  const account = { name: 'X', role: 'editeur', password: 'un-mot-de-passe-99', email: owner.email }
  const known = await rest('POST', '/users', { as: admin, body: account })
  expect(known.status).toBe(400)
  expect(bodyOf<Refused>(known).errors[0]).toMatchObject({
    message: expect.stringMatching(/^Le champ .*: E-mail$/),
    data: { errors: [{ path: 'email' }] },
  })
})

const everything = {
  title: 'Une autre villa',
  status: 'brouillon',
  kinds: ['visite'],
  city: 'Brazzaville',
  district: 'Mpila',
  description: 'Une villa.',
}
