import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { GET as handshakeRoute } from '@/app/(portal)/api/messages/whatsapp/route'
import { aProperty, aStaff, at, e164, freshPhone, type Staff } from '@/tests/support/house'
import { booked, rest } from '@/tests/support/http'
import {
  channelsSet,
  deliveriesOf,
  deliveryOf,
  eventsOf,
  notify,
  notifyStatuses,
  PHONE_NUMBER_ID,
  postponeTexts,
  refusesTemplates,
  sendTexts,
  smsAt,
  takesTemplates,
  takesTexts,
  textIsDue,
  VERIFY_TOKEN,
  whatsappAt,
} from '@/tests/support/phones'
import { checksums } from '@/tests/support/sql'
import { answers, aWebServer, type WebServer } from '@/tests/support/webServer'

let meta: WebServer
let gateway: WebServer
let owner: Staff
let property: Awaited<ReturnType<typeof aProperty>>
let made = 0

beforeAll(async () => {
  meta = await aWebServer(takesTemplates)
  gateway = await aWebServer(takesTexts)
  owner = await aStaff('proprietaire', 'Clarisse Ngouabi')
  property = await aProperty({ owners: [owner.id] })
})
afterAll(() => Promise.all([meta.close(), gateway.close()]))
beforeEach(async () => {
  channelsSet({ whatsappApi: whatsappAt(meta.url) })
  meta.behave(takesTemplates)
  meta.seen.length = 0
  gateway.seen.length = 0
  await postponeTexts()
})

const both = () => channelsSet({ whatsappApi: whatsappAt(meta.url), sms: smsAt(gateway.url) })

async function request(changes: object = {}) {
  const phone = freshPhone()
  const client = { name: 'Awa Mabiala', phone, email: 'awa@example.com' }
  const startsAt = at(2 + (made += 1), '09:00')
  return { ...(await booked(property, { client, startsAt, ...changes })), phone }
}

type Sent = { to: string; template: { name: string }; biz_opaque_callback_data: string }
const sent = () => meta.seen.map(({ body }) => JSON.parse(body) as Sent) // as: what a test looks at.

describe('what Meta is asked', () => {
  test('to send the approved template to the number, with the token', async () => {
    const { id, phone, reservation, trackingUrl } = await request()
    await sendTexts()
    const [call] = meta.seen
    expect([call?.method, call?.path]).toEqual(['POST', `/${PHONE_NUMBER_ID}/messages`])
    expect(call?.headers.authorization).toBe('Bearer bearer-token-of-meta')
    expect(call?.headers['content-type']).toBe('application/json')
    const delivery = await deliveryOf(id)
    expect(JSON.parse(call?.body ?? '')).toMatchObject({
      messaging_product: 'whatsapp',
      to: e164(phone).slice(1),
      type: 'template',
      template: {
        name: 'demande_recue',
        language: { code: 'fr' },
        components: [
          {
            type: 'body',
            parameters: [
              { type: 'text', text: reservation.reference },
              { type: 'text' },
              { type: 'text', text: trackingUrl },
            ],
          },
        ],
      },
      biz_opaque_callback_data: String(delivery.id),
    })
    expect(delivery).toMatchObject({
      channel: 'whatsapp_api',
      state: 'acceptee',
      facts: 'accepted',
    })
    expect(await eventsOf(delivery.id)).toEqual([['acceptee', 1, '200 accepted']])
  })

  test('in the language of the request', async () => {
    await request({ locale: 'en' })
    await sendTexts()
    expect(sent()[0]).toMatchObject({ template: { language: { code: 'en' } } })
  })

  test('nothing where no approved template is named', async () => {
    const { id } = await request()
    await rest('PATCH', `/reservations/${id}`, { as: owner, body: { status: 'annulee' } })
    const templates = (await deliveriesOf(id)).map(({ template }) => template)
    expect(templates).toEqual(['accuse_reception'])
  })
})

describe('one phone, one channel after the other', () => {
  test('with both set a client hears by WhatsApp, and by SMS where it has no template', async () => {
    both()
    const { id } = await request()
    await rest('PATCH', `/reservations/${id}`, { as: owner, body: { status: 'annulee' } })
    await sendTexts()
    await sendTexts()
    const found = await deliveriesOf(id)
    expect(found.map(({ channel, template }) => [channel, template])).toEqual([
      ['whatsapp_api', 'accuse_reception'],
      ['sms', 'annulation'],
    ])
  })

  test('refused for good, the text message follows at once', async () => {
    both()
    meta.behave(refusesTemplates(400, 131026, 'Message undeliverable.'))
    const { id } = await request()
    await sendTexts()
    await sendTexts()
    const [first, second, ...more] = await deliveriesOf(id)
    expect(first).toMatchObject({ channel: 'whatsapp_api', state: 'abandonnee' })
    expect(second).toMatchObject({
      channel: 'sms',
      state: 'acceptee',
      template: 'accuse_reception',
    })
    expect(second?.content).toMatch(/^Demande RSV-/)
    expect(more).toEqual([])
    expect(gateway.seen).toHaveLength(1)
  })

  test('reported as not delivered, the text message follows once', async () => {
    both()
    const { id } = await request()
    await sendTexts()
    const { provider_id } = await deliveryOf(id)
    const errors = [{ code: 131026, title: 'Message undeliverable' }]
    for (let times = 0; times < 2; times += 1)
      await notifyStatuses([{ id: provider_id, status: 'failed', timestamp: '1', errors }])
    await sendTexts()
    const found = await deliveriesOf(id)
    expect(found.map(({ channel, facts }) => [channel, facts])).toEqual([
      ['whatsapp_api', 'accepted failed'],
      ['sms', 'accepted'],
    ])
  })

  test('while WhatsApp is merely down, or nobody knows, no text message goes', async () => {
    both()
    for (const behaviour of [answers(500), answers(200, '<html>')]) {
      meta.behave(behaviour)
      const { id } = await request()
      await sendTexts()
      expect((await deliveriesOf(id)).map(({ channel }) => channel)).toEqual(['whatsapp_api'])
      await postponeTexts()
    }
    expect(gateway.seen).toEqual([])
  })

  test('WhatsApp is set no more: the text message follows', async () => {
    both()
    const { id } = await request()
    channelsSet({ sms: smsAt(gateway.url) })
    await sendTexts()
    await sendTexts()
    expect((await deliveriesOf(id)).map(({ channel, state }) => [channel, state])).toEqual([
      ['whatsapp_api', 'abandonnee'],
      ['sms', 'acceptee'],
    ])
  })
})

describe('when Meta misbehaves', () => {
  test('a token that has expired is the agency’s to renew: the message waits', async () => {
    meta.behave(refusesTemplates(401, 190, 'Session has expired.'))
    const { id } = await request()
    await sendTexts()
    const waiting = await deliveryOf(id)
    expect(waiting).toMatchObject({ state: 'echouee', answer: '401 190 Session has expired.' })
    meta.behave(takesTemplates)
    await textIsDue(waiting.id)
    await sendTexts()
    expect(await deliveryOf(id)).toMatchObject({ state: 'acceptee', attempts: 2 })
  })
})

describe('what Meta reports', () => {
  const accepted = async () => {
    const { id, phone } = await request()
    await sendTexts()
    const { id: delivery, provider_id } = await deliveryOf(id)
    const status = (name: string, changes: object = {}) => ({
      id: provider_id,
      status: name,
      timestamp: String(Math.floor(Date.now() / 1000)),
      recipient_id: e164(phone).slice(1),
      biz_opaque_callback_data: String(delivery),
      ...changes,
    })
    return { id, delivery, status }
  }

  test('sent, delivered and read, in whatever order they come', async () => {
    const { id, delivery, status } = await accepted()
    const told = [status('read'), status('sent'), status('delivered'), status('delivered')]
    expect(await notifyStatuses(told)).toEqual({ status: 200, body: '{"known":4}' })
    expect((await deliveryOf(id)).facts).toBe('accepted sent delivered read')
    expect((await eventsOf(delivery)).map(([kind]) => kind)).toEqual([
      'acceptee',
      'lue',
      'partie',
      'remise',
    ])
  })

  test('what our call never heard: it finds the row by the number that we had given', async () => {
    meta.behave((_, response) => response.destroy())
    const { id, delivery, status } = await accepted()
    expect(await deliveryOf(id)).toMatchObject({ state: 'echouee', unknown_outcome: true })
    await notifyStatuses([status('delivered', { id: 'wamid.known-now' })])
    expect(await deliveryOf(id)).toMatchObject({
      state: 'acceptee',
      provider_id: 'wamid.known-now',
      facts: 'accepted delivered',
    })
    await textIsDue(delivery)
    await sendTexts()
    expect(meta.seen).toHaveLength(1)
  })

  test('unsigned, by another number of the account or without a status, it changes nothing', async () => {
    const { status } = await accepted()
    const before = await checksums()
    const forged = await notifyStatuses([status('read')], { secret: 'another-secret' })
    expect(forged.status).toBe(401)
    expect(await notifyStatuses([status('read')], { number: '999' })).toMatchObject({
      body: '{"known":0}',
    })
    expect((await notify('{"object":"page"}')).status).toBe(400)
    expect((await notify('no json')).status).toBe(400)
    expect((await notify('x'.repeat(3 * 1024 * 1024 + 1))).status).toBe(413)
    expect(await checksums()).toEqual(before)
  })
})

describe('the handshake', () => {
  const ask = async (query: Record<string, string>) => {
    const address = `http://localhost:3000/api/messages/whatsapp?${new URLSearchParams(query)}`
    const response = await handshakeRoute(new Request(address))
    return [response.status, await response.text()]
  }
  const right = {
    'hub.mode': 'subscribe',
    'hub.verify_token': VERIFY_TOKEN,
    'hub.challenge': '1158201444',
  }

  test('answers the challenge to whoever knows the word', async () => {
    expect(await ask(right)).toEqual([200, '1158201444'])
  })

  test.each([
    { 'hub.verify_token': 'another' },
    { 'hub.verify_token': '' },
    { 'hub.mode': 'unsubscribe' },
    { 'hub.challenge': '<script>' },
    { 'hub.challenge': '' },
  ])('and to nobody else: %j', async (changes) => {
    expect((await ask({ ...right, ...changes }))[0]).toBe(403)
  })

  test('without WhatsApp set there is no such door', async () => {
    channelsSet({ sms: smsAt(gateway.url) })
    expect((await ask(right))[0]).toBe(404)
    expect((await notifyStatuses([])).status).toBe(404)
  })
})
