import { describe, expect, test } from 'vitest'
import { e164 } from '@/tests/support/house'
import { api } from '@/tests/support/http'
import {
  ACCOUNT,
  channelsSet,
  cutsAfterAcceptance,
  deliveryOf,
  eventsOf,
  refusesTexts,
  reportText,
  sendTexts,
  smsAt,
  takesTexts,
  textIsDue,
} from '@/tests/support/phones'
import { checksums, rows } from '@/tests/support/sql'
import { answers, aWebServer, type WebServer } from '@/tests/support/webServer'
import { gateway, request, withSms } from '@/tests/support/smsHouse'

withSms()

describe('a gateway that misbehaves', () => {
  const attempt = async (behaviour: Parameters<WebServer['behave']>[0]) => {
    gateway.behave(behaviour)
    const { id } = await request()
    await sendTexts()
    return deliveryOf(id)
  }
  const waits = (wait: number | null, minutes: number) => {
    expect(wait).toBeGreaterThan(minutes * 60 - 30)
    expect(wait).toBeLessThan(minutes * 72 + 30)
  }

  test.each([
    ['500 without words', answers(500), 'HTTP 500'],
    ['503', refusesTexts(503, 20503, 'Service unavailable'), '503 20503 Service unavailable'],
    ['credentials', refusesTexts(401, 20003, 'Authenticate'), '401 20003 Authenticate'],
    ['a redirect', answers(302, '', { Location: '/elsewhere' }), 'HTTP 302'],
  ])('%s is tried again after a minute', async (...[, behaviour, answer]) => {
    const delivery = await attempt(behaviour)
    expect(delivery).toMatchObject({ state: 'echouee', answer, unknown_outcome: false, facts: '' })
    expect(await eventsOf(delivery.id)).toEqual([['differee', 1, answer]])
    waits(delivery.wait, 1)
  })

  test('429 waits as long as it is asked to', async () => {
    const busy = refusesTexts(429, 20429, 'Too many requests', { 'Retry-After': '1800' })
    const delivery = await attempt(busy)
    expect(delivery).toMatchObject({ state: 'echouee', answer: '429 20429 Too many requests' })
    waits(delivery.wait, 30)
  })

  test('a refusal for good ends it, with the code and without the number', async () => {
    const delivery = await attempt(
      refusesTexts(400, 21211, "The 'To' number +242 06 612 34 56 is not a valid phone number."),
    )
    const answer = "400 21211 The 'To' number … is not a valid phone number."
    expect(delivery).toMatchObject({ state: 'abandonnee', attempts: 1, answer })
    expect(await eventsOf(delivery.id)).toEqual([
      ['refusee', 1, answer],
      ['abandonnee', null, 'refus'],
    ])
  })

  test.each([
    ['cut after it was accepted', cutsAfterAcceptance, 'injoignable'],
    [
      'closed without an answer',
      (_: unknown, r: { destroy(): void }) => r.destroy(),
      'injoignable',
    ],
    ['a yes that is no JSON', answers(201, '<html>Accepted</html>'), 'illisible'],
    ['a yes without an identifier', answers(201, '{"status":"queued"}'), 'illisible'],
    ['a gateway’s gateway', answers(504), 'HTTP 504'],
    ['an endless answer', answers(201, 'x'.repeat(70_000)), 'trop_grand'],
  ])('%s: nobody knows, and it is tried once more', async (...[, behaviour, cause]) => {
    const delivery = await attempt(behaviour as Parameters<WebServer['behave']>[0]) // as: a part.
    expect(delivery).toMatchObject({ state: 'echouee', unknown_outcome: true, facts: '' })
    expect(await eventsOf(delivery.id)).toEqual([['inconnue', 1, cause]])
    waits(delivery.wait, 10)
    await textIsDue(delivery.id)
    await sendTexts()
    expect((await eventsOf(delivery.id)).slice(1)).toEqual([
      ['inconnue', 2, cause],
      ['abandonnee', null, 'issue_inconnue'],
    ])
  })

  test('one that never answers is waited for ten seconds, then nobody knows', async () => {
    const delivery = await attempt(() => undefined)
    expect(delivery).toMatchObject({ state: 'echouee', unknown_outcome: true, answer: 'trop_lent' })
  })

  test('where nobody listens nothing has left', async () => {
    const closed = await aWebServer(takesTexts)
    await closed.close()
    channelsSet({ sms: smsAt(closed.url) })
    const { id } = await request()
    await sendTexts()
    const delivery = await deliveryOf(id)
    expect(delivery).toMatchObject({ state: 'echouee', unknown_outcome: false })
    expect(await eventsOf(delivery.id)).toEqual([['injoignable', 1, 'injoignable']])
  })

  test('it never holds up the promise: the mail and the page are as they were', async () => {
    gateway.behave(answers(500))
    const { token } = await request()
    await sendTexts()
    const { status, text } = await api.view(token)
    expect([status, text.includes('SMS')]).toEqual([200, false])
  })
})

describe('what the gateway reports', () => {
  const accepted = async () => {
    const { id, phone } = await request()
    await sendTexts()
    const delivery = await deliveryOf(id)
    const form = (status: string, more = {}) => ({
      MessageSid: delivery.provider_id ?? '',
      MessageStatus: status,
      To: e164(phone),
      AccountSid: ACCOUNT,
      ...more,
    })
    return { id, delivery, form }
  }

  test('sent, delivered: each once, and told apart', async () => {
    const { id, delivery, form } = await accepted()
    for (const status of ['queued', 'sending', 'sent', 'sent', 'delivered', 'delivered'])
      expect((await reportText({ id: delivery.id, form: form(status) })).status).toBe(200)
    expect((await deliveryOf(id)).facts).toBe('accepted sent delivered')
    expect((await eventsOf(delivery.id)).map(([kind]) => kind)).toEqual([
      'acceptee',
      'partie',
      'remise',
    ])
  })

  test('not delivered, and why', async () => {
    const { id, delivery, form } = await accepted()
    const report = form('undelivered', { ErrorCode: '30003' })
    expect((await reportText({ id: delivery.id, form: report })).body).toBe('{"known":1}')
    expect(await deliveryOf(id)).toMatchObject({ state: 'acceptee', facts: 'accepted failed' })
    expect((await eventsOf(delivery.id)).at(-1)).toEqual(['non_remise', null, '30003'])
  })

  test('a report of a text whose call was cut shows that it was accepted: no second one leaves', async () => {
    gateway.behave(cutsAfterAcceptance)
    const { id, phone } = await request()
    await sendTexts()
    const delivery = await deliveryOf(id)
    const form = { MessageSid: 'SM9', MessageStatus: 'delivered', To: e164(phone) }
    await reportText({ id: delivery.id, form })
    expect(await deliveryOf(id)).toMatchObject({
      state: 'acceptee',
      provider_id: 'SM9',
      facts: 'accepted delivered',
      wait: null,
    })
    expect((await eventsOf(delivery.id)).slice(1)).toEqual([
      ['acceptee', null, 'compte_rendu'],
      ['remise', null, null],
    ])
    await rows('update channel_deliveries set next_attempt_at = now() where id = $1', [delivery.id])
    await sendTexts()
    expect(gateway.seen).toHaveLength(1)
  })

  test('a report that comes before the answer has come settles it', async () => {
    const { id, phone } = await request()
    const before = await deliveryOf(id)
    let reported: Promise<unknown> = Promise.resolve()
    gateway.behave((seen, response) => {
      const form = { MessageSid: 'SM8', MessageStatus: 'sent', To: e164(phone) }
      reported = reportText({ id: before.id, form }).then(() =>
        response.writeHead(201).end('{"sid":"SM8","status":"sent"}'),
      )
    })
    await sendTexts()
    await reported
    expect(await deliveryOf(id)).toMatchObject({ state: 'acceptee', facts: 'accepted sent' })
  })

  test('without the gateway’s own signature nothing is read', async () => {
    const { id, delivery, form } = await accepted()
    const forged = { id: delivery.id, form: form('delivered'), token: 'another-token' }
    expect((await reportText(forged)).status).toBe(401)
    expect((await deliveryOf(id)).facts).toBe('accepted')
  })

  test('about texts of others nothing is known', async () => {
    const { delivery, form } = await accepted()
    const before = await checksums()
    for (const [other, changes] of [
      [delivery.id, { MessageSid: 'SM7', To: '+242066999999' }],
      ['99999', { MessageSid: 'SM7' }],
      ['x', { MessageSid: 'SM7' }],
    ] as const)
      expect(
        (await reportText({ id: other, form: { ...form('delivered'), ...changes } })).body,
      ).toBe('{"known":0}')
    expect(await checksums()).toEqual(before)
  })
})
