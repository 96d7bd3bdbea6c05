import { describe, expect, test } from 'vitest'
import { smsSize } from '@/domain/gsm7'
import { requestReservation } from '@/portal/requestReservation'
import { e164, freshAddress } from '@/tests/support/house'
import { api, aRequest, rest } from '@/tests/support/http'
import {
  ACCOUNT,
  channelsSet,
  deliveriesOf,
  deliveryOf,
  eventsOf,
  reportText,
  sendTexts,
  TOKEN,
} from '@/tests/support/phones'
import { count, one, rows } from '@/tests/support/sql'
import {
  decide,
  freshTime,
  gateway,
  owner,
  property,
  request,
  withSms,
} from '@/tests/support/smsHouse'

withSms()

describe('what goes to the phone', () => {
  test('each step of a reservation, in one segment, with the reference and the link', async () => {
    const { id, token, phone, reservation } = await request()
    await decide(id, 'confirmee')
    await api.cancel(token)
    const found = await deliveriesOf(id)
    expect(found.map(({ template }) => template)).toEqual([
      'accuse_reception',
      'confirmation',
      'annulation',
    ])
    for (const { channel, recipient, content, state, attempts } of found) {
      expect([channel, recipient, state, attempts]).toEqual(['sms', e164(phone), 'a_envoyer', 0])
      expect(content).toContain(reservation.reference)
      expect(content).toContain(`http://localhost:3000/suivi/${token}`)
      expect(smsSize(content)).toMatchObject({ encoding: 'gsm7', segments: 1 })
    }
    expect(found[0]?.content).toMatch(/^Demande RSV-\S+ recue\. Réponse avant .+\. Suivi : http/)
  })

  test('it stands beside the client’s message, and none goes to owners', async () => {
    const { id } = await request()
    expect(
      await rows(
        `select m.audience, m.template, m.channel from channel_deliveries d
         join messages m on m.id = d.message_id where d.reservation_id = $1`,
        [id],
      ),
    ).toEqual([{ audience: 'client', template: 'accuse_reception', channel: 'email' }])
  })

  test('words of the team reach by phone whoever has no e-mail address', async () => {
    const mailed = await request()
    const unmailed = await request({ email: null })
    for (const { id } of [mailed, unmailed])
      await rest('POST', `/reservations/${id}/messages`, {
        as: owner,
        body: { text: 'Le portail est bleu.' },
      })
    const templates = async (id: number) => (await deliveriesOf(id)).map(({ template }) => template)
    expect(await templates(mailed.id)).toEqual(['accuse_reception'])
    expect(await templates(unmailed.id)).toEqual(['accuse_reception', 'nouveau_message'])
    const { content } = await deliveryOf(unmailed.id, 'nouveau_message')
    expect(content).not.toContain('portail')
    expect(
      await one(
        `select m.text from channel_deliveries d join messages m on m.id = d.message_id
         where d.reservation_id = $1 and d.template = 'nouveau_message'`,
        [unmailed.id],
      ),
    ).toEqual({ text: 'Le portail est bleu.' })
  })

  test('nothing goes to a number that is no mobile’s', async () => {
    expect(await deliveriesOf((await request({ phone: '22 281 12 34' })).id)).toEqual([])
    expect(await deliveriesOf((await request({ phone: '+33 6 12 34 56 78' })).id)).toHaveLength(1)
  })

  test('nothing for a request that may be nobody’s, until a person has confirmed it', async () => {
    const startsAt = freshTime()
    const caller = { address: freshAddress(), source: 'portail', doubtful: true } as const
    const answer = await requestReservation(aRequest(property, { startsAt }), caller)
    expect(answer.status).toBe(201)
    const { id } = await one<{ id: number }>('select max(id)::int as id from reservations')
    expect(await deliveriesOf(id)).toEqual([])
    await decide(id, 'confirmee')
    expect((await deliveriesOf(id)).map(({ template }) => template)).toEqual(['confirmation'])
  })

  test('nothing of an event that was rolled back', async () => {
    const { reservation } = await request()
    const before = await count('channel_deliveries')
    const clash = await api.request({
      body: aRequest(property, { startsAt: reservation.startsAt }),
    })
    expect(clash.status).toBe(409)
    expect(await count('channel_deliveries')).toBe(before)
  })

  test('not set is absent: nothing is written, and the gateway’s reports have no door', async () => {
    channelsSet({})
    const { id } = await request()
    expect(await deliveriesOf(id)).toEqual([])
    expect((await reportText({ id: 1, form: {} })).status).toBe(404)
  })
})

describe('what the gateway is asked', () => {
  test('to carry the text to the number, and to report where it names our row', async () => {
    const { id, phone } = await request()
    const { id: delivery, content } = await deliveryOf(id)
    await sendTexts()
    const [call] = gateway.seen
    expect(call?.method).toBe('POST')
    expect(call?.path).toBe(`/2010-04-01/Accounts/${ACCOUNT}/Messages.json`)
    expect(call?.headers.authorization).toBe(
      `Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64')}`,
    )
    expect(Object.fromEntries(new URLSearchParams(call?.body))).toEqual({
      To: e164(phone),
      From: 'SCIM',
      Body: content,
      StatusCallback: `http://localhost:3000/api/messages/sms?envoi=${delivery}`,
    })
  })

  test('what it accepts is accepted, and not delivered', async () => {
    const { id } = await request()
    await sendTexts()
    const sent = await deliveryOf(id)
    expect(sent).toMatchObject({ state: 'acceptee', attempts: 1, answer: '201 queued' })
    expect(sent.facts).toBe('accepted')
    expect(sent.provider_id).toMatch(/^SM\d{32}$/)
    expect(await eventsOf(sent.id)).toEqual([['acceptee', 1, '201 queued']])
  })

  test('one phone hears of one reservation in order', async () => {
    const { id, token } = await request()
    await decide(id, 'confirmee')
    await api.cancel(token)
    await sendTexts()
    await sendTexts()
    await sendTexts()
    const bodies = gateway.seen.map(({ body }) => new URLSearchParams(body).get('Body') ?? '')
    const found = await deliveriesOf(id)
    const sent = found.filter(({ state }) => state === 'acceptee')
    expect(bodies).toEqual(sent.map(({ content }) => content))
    expect(sent.at(-1)?.template).toBe('annulation')
  })
})
