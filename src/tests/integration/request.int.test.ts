import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { Property } from '@/payload-types'
import type { Receipt } from '@/domain/view'
import { aProperty, aUser, at, e164, freshPhone, house, utc } from '@/tests/support/house'
import { api, aRequest, bodyOf } from '@/tests/support/http'
import { count, one, rows } from '@/tests/support/sql'

let property: Property
let owner: { id: number; email: string }

beforeAll(async () => {
  owner = await aUser('proprietaire', 'Jean-Bosco Makosso')
  property = await aProperty({ owners: [owner.id] })
})

const MINUTE = 60_000

test('a request is answered 201 with the receipt of the contract, and nothing else', async () => {
  const before = Date.now()
  const answer = await api.request({ body: aRequest(property, { startsAt: at(3, '09:00') }) })
  expect(answer.status).toBe(201)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('referrer-policy')).toBe('same-origin')
  const { reservation, trackingUrl } = bodyOf<Receipt>(answer)
  const { reference, createdAt, promise } = reservation
  expect(reference).toMatch(/^RSV-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(trackingUrl).toMatch(/^http:\/\/localhost:3000\/suivi\/[\w-]{43}$/)
  expect(new Date(createdAt).toISOString()).toBe(createdAt)
  expect(Math.abs(Date.parse(createdAt) - before)).toBeLessThan(MINUTE)
  expect(Date.parse(promise.respondBy) - Date.parse(createdAt)).toBe(30 * MINUTE)
  const [message] = reservation.messages
  expect(message?.subject).toContain(reference)
  expect(message?.text).toContain(trackingUrl)
  expect(bodyOf(answer)).toStrictEqual({
    reservation: {
      reference,
      status: 'en_attente',
      statusLabel: 'En attente',
      kind: 'visite',
      property: { title: property.title, slug: property.slug, district: 'Mpila' },
      startsAt: utc(3, '09:00'),
      endsAt: utc(3, '09:30'),
      createdAt,
      promise: { respondBy: promise.respondBy, respondedAt: null, state: 'a_temps' },
      support: { slaMinutes: 30, contactEmail: 'contact@scim.example', whatsappUrl: null },
      timeline: [
        {
          at: createdAt,
          status: 'en_attente',
          label: 'Demande enregistrée',
          actor: 'client',
          reason: null,
        },
      ],
      messages: [
        {
          at: createdAt,
          direction: 'sortant',
          subject: message?.subject,
          text: message?.text,
          state: 'a_envoyer',
        },
      ],
    },
    trackingUrl,
  })
  expect(answer.text).not.toContain('wa.me')
})

test('the reservation, its first step, both messages and the promise are written together', async () => {
  const phone = freshPhone()
  const body = aRequest(property, {
    startsAt: at(3, '10:00'),
    client: { name: 'Serge Bouanga', phone, email: 'serge@example.com' },
  })
  const { reservation } = bodyOf<Receipt>(await api.request({ body }))
  const row = await one<Record<string, unknown>>(
    `select r.*, c.name, c.phone, c.email from reservations r join clients c on c.id = r.client_id
     where reference = $1`,
    [reservation.reference],
  )
  expect(row).toMatchObject({
    status: 'en_attente',
    kind: 'visite',
    source: 'api',
    locale: 'fr',
    property_id: property.id,
    request_key: body.requestKey,
    note: 'Je viendrai avec ma sœur.',
    sla_minutes: '30',
    responded_at: null,
    name: 'Serge Bouanga',
    phone: e164(phone),
    email: 'serge@example.com',
  })
  expect(row.respond_by).toEqual(new Date(reservation.promise.respondBy))
  expect(row.hold_until).toEqual(new Date(Date.parse(reservation.createdAt) + 24 * 60 * MINUTE))
  const history = await rows(
    'select "from", "to", actor, actor_name, reason, note from status_history where reservation_id = $1',
    [row.id],
  )
  expect(history).toEqual([
    { from: null, to: 'en_attente', actor: 'client', actor_name: null, reason: null, note: null },
  ])
  const messages = await rows(
    `select template, direction, channel, recipient, state, attempts::int, sent_at
     from messages where reservation_id = $1 order by id`,
    [row.id],
  )
  const waiting = { direction: 'sortant', channel: 'email', state: 'a_envoyer', attempts: 0 }
  expect(messages).toEqual([
    { ...waiting, template: 'accuse_reception', recipient: 'serge@example.com', sent_at: null },
    { ...waiting, template: 'nouvelle_demande', recipient: owner.email, sent_at: null },
  ])
})

test('a property without owners is answered for by the reference admin', async () => {
  const orphan = await aProperty()
  await api.request({ body: aRequest(orphan) })
  const { recipient } = await one<{ recipient: string }>(
    `select recipient from messages m join reservations r on r.id = m.reservation_id
     where r.property_id = $1 and m.template = 'nouvelle_demande'`,
    [orphan.id],
  )
  expect(recipient).toBe('contact@scim.example')
})

test('without an e-mail the acknowledgement stands on the client’s page', async () => {
  const body = aRequest(property, {
    startsAt: at(3, '11:00'),
    client: { name: 'Patrick Itoua', phone: freshPhone() },
  })
  const answer = await api.request({ body })
  expect(answer.status).toBe(201)
  const { reservation } = bodyOf<Receipt>(answer)
  expect(reservation.messages.map(({ state }) => state)).toEqual(['publiee'])
  const row = await one(
    `select channel, state, recipient, next_attempt_at from messages m
     join reservations r on r.id = m.reservation_id
     where r.reference = $1 and m.template = 'accuse_reception'`,
    [reservation.reference],
  )
  expect(row).toEqual({
    channel: 'espace',
    state: 'publiee',
    recipient: null,
    next_attempt_at: null,
  })
})

test('the same key with the same content answers 200 with the same bytes, even after a decision', async () => {
  const body = aRequest(property, { startsAt: at(3, '12:00') })
  const first = await api.request({ body })
  expect(first.status).toBe(201)
  const second = await api.request({ body })
  expect(second.status).toBe(200)
  expect(second.text).toBe(first.text)

  const payload = await house()
  const { id } = await one<{ id: number }>('select id from reservations where request_key = $1', [
    body.requestKey,
  ])
  const admin = await payload.findByID({ collection: 'users', id: owner.id, overrideAccess: true })
  await payload.update({
    collection: 'reservations',
    id,
    overrideAccess: true,
    user: { ...admin, collection: 'users' },
    data: { status: 'annulee' },
  })
  const third = await api.request({ body })
  expect(third.status).toBe(200)
  expect(third.text).toBe(first.text)
  expect(await count('reservations', 'request_key = $1', [body.requestKey])).toBe(1)
})

test('the same content in another spelling is the same content', async () => {
  const phone = freshPhone()
  const client = { name: 'Awa Mabiala', phone, email: 'awa@example.com' }
  const body = aRequest(property, { startsAt: at(3, '13:00'), client })
  const first = await api.request({ body })
  const again = await api.request({
    body: {
      ...body,
      startsAt: utc(3, '13:00'),
      client: { ...client, name: '  Awa   Mabiala ', phone: e164(phone) },
    },
  })
  expect(again.status).toBe(200)
  expect(again.text).toBe(first.text)
})

test.each([
  ['another time', { startsAt: at(3, '14:30') }],
  ['another person', { client: { name: 'Awa Mabialo', phone: '06 612 34 56' } }],
  ['another note', { note: 'Autre chose.' }],
])('the same key with %s answers 422 and changes nothing', async (_what, change) => {
  const requestKey = randomUUID()
  const body = aRequest(await aProperty(), { requestKey, startsAt: at(3, '14:00') })
  const first = await api.request({ body })
  const before = await count('reservations')
  const answer = await api.request({ body: { ...body, ...change } })
  expect(answer.status).toBe(422)
  expect(bodyOf(answer)).toEqual({
    errors: [
      { path: 'requestKey', message: 'Cette demande a déjà été envoyée avec un autre contenu.' },
    ],
  })
  expect(await count('reservations')).toBe(before)
  expect((await api.request({ body })).text).toBe(first.text)
})

test('Congo’s zero is part of the number and stays; a number that lost it is asked for again', async () => {
  const withZero = aRequest(await aProperty(), {
    client: { name: 'Grâce Loufoua', phone: '06 612 34 56' },
  })
  expect((await api.request({ body: withZero })).status).toBe(201)
  expect(await count('clients', `name = 'Grâce Loufoua' and phone = '+242066123456'`)).toBe(1)

  const without = aRequest(await aProperty(), {
    client: { name: 'Grâce Loufoua', phone: '+242 6 612 34 56' },
  })
  const answer = await api.request({ body: without })
  expect(answer.status).toBe(400)
  expect(bodyOf(answer)).toEqual({
    errors: [
      {
        path: 'client.phone',
        message:
          'Ce numéro semble avoir perdu son 0 : au Congo, écrivez-le avec, par exemple 06 612 34 56.',
      },
    ],
  })
})

test('a request in English is answered in English', async () => {
  const answer = await api.request({ body: aRequest(await aProperty(), { locale: 'en' }) })
  const { reservation, trackingUrl } = bodyOf<Receipt>(answer)
  expect(reservation.statusLabel).toBe('Awaiting an answer')
  expect(reservation.timeline[0]?.label).toBe('Request recorded')
  expect(trackingUrl).toMatch(/^http:\/\/localhost:3000\/en\/suivi\//)
  expect(reservation.messages[0]?.text).toMatch(/\bbefore\b/)
})
