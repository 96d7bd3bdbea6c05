import { describe, expect, test } from 'vitest'
import { e164 } from '@/tests/support/house'
import { rest } from '@/tests/support/http'
import {
  channelsSet,
  deliveriesOf,
  deliveryOf,
  eventsOf,
  notifyStatuses,
  PHONE_NUMBER_ID,
  postponeTexts,
  refusesTemplates,
  sendTexts,
  smsAt,
  takesTemplates,
  textIsDue,
  whatsappAt,
} from '@/tests/support/phones'
import { answers } from '@/tests/support/webServer'
import { withWhatsapp, meta, gateway, owner, request } from '@/tests/support/whatsappHouse'

withWhatsapp()

const both = () => channelsSet({ whatsappApi: whatsappAt(meta.url), sms: smsAt(gateway.url) })

type Sent = { to: string; template: { name: string }; biz_opaque_callback_data: string }
const sent = () => meta.seen.map(({ body }) => JSON.parse(body) as Sent)
// as: what a test looks at.

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
