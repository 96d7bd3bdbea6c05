import { describe, expect, test } from 'vitest'
import { GET as handshakeRoute } from '@/app/(portal)/api/messages/whatsapp/route'
import { e164 } from '@/tests/support/house'
import {
  channelsSet,
  deliveryOf,
  eventsOf,
  notify,
  notifyStatuses,
  sendTexts,
  smsAt,
  textIsDue,
  VERIFY_TOKEN,
} from '@/tests/support/phones'
import { checksums } from '@/tests/support/sql'
import { withWhatsapp, meta, gateway, request } from '@/tests/support/whatsappHouse'

withWhatsapp()

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
