import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { smsSize } from '@/domain/gsm7'
import { moved, round } from '@/tests/support/clocks'
import { requestReservation } from '@/portal/requestReservation'
import {
  aProperty,
  aStaff,
  at,
  e164,
  freshAddress,
  freshPhone,
  type Staff,
} from '@/tests/support/house'
import { api, aRequest, booked, rest } from '@/tests/support/http'
import {
  ACCOUNT,
  channelsSet,
  cutsAfterAcceptance,
  deliveriesOf,
  deliveryOf,
  eventsOf,
  postponeTexts,
  refusesTexts,
  reportText,
  sendTexts,
  smsAt,
  takesTexts,
  textIsDue,
  TOKEN,
} from '@/tests/support/phones'
import { checksums, count, one, refusalCode, rows } from '@/tests/support/sql'
import { answers, aWebServer, type WebServer } from '@/tests/support/webServer'

let gateway: WebServer
let owner: Staff
let property: Awaited<ReturnType<typeof aProperty>>
let made = 0

beforeAll(async () => {
  gateway = await aWebServer(takesTexts)
  owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  property = await aProperty({ owners: [owner.id] })
})
afterAll(() => gateway.close())
beforeEach(async () => {
  channelsSet({ sms: smsAt(gateway.url) })
  gateway.behave(takesTexts)
  gateway.seen.length = 0
  await postponeTexts()
})

async function request(changes: { phone?: string; email?: string | null } = {}) {
  const phone = changes.phone ?? freshPhone()
  const client = { name: 'Awa Mabiala', phone, email: 'awa@example.com', ...changes }
  const receipt = await booked(property, { client, startsAt: at(2 + (made += 1), '09:00') })
  return { ...receipt, phone }
}
const decide = (id: number, status: string) =>
  rest('PATCH', `/reservations/${id}`, { as: owner, body: { status } })

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
    const startsAt = at(2 + (made += 1), '09:00')
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

describe('what is no longer true', () => {
  test('an excuse is withdrawn once somebody has answered', async () => {
    const { id } = await request()
    await moved(id, { respond_by: '-1 minute' })
    await round()
    await decide(id, 'confirmee')
    await textIsDue((await deliveryOf(id, 'retard_client')).id)
    await sendTexts()
    await sendTexts()
    const excuse = await deliveryOf(id, 'retard_client')
    expect(excuse).toMatchObject({ state: 'abandonnee', attempts: 0, facts: 'withdrawn' })
    expect(await eventsOf(excuse.id)).toEqual([['retiree', null, 'confirmee']])
  })

  test('nothing more goes to a number that was wrong', async () => {
    const { id } = await request()
    await rest('POST', `/reservations/${id}/contact`, {
      as: owner,
      body: { name: 'Awa Mabiala', phone: freshPhone(), email: 'awa@example.com' },
    })
    await sendTexts()
    const text = await deliveryOf(id)
    expect(text).toMatchObject({ state: 'abandonnee', facts: 'withdrawn' })
    expect(await eventsOf(text.id)).toEqual([['retiree', null, 'contact']])
    expect(gateway.seen).toHaveLength(0)
  })

  test('a channel that is set no more ends what waits for it', async () => {
    const { id } = await request()
    channelsSet({})
    await sendTexts()
    const text = await deliveryOf(id)
    expect(text).toMatchObject({ state: 'abandonnee', attempts: 0 })
    expect(await eventsOf(text.id)).toEqual([['abandonnee', null, 'canal_absent']])
  })

  test('a number that was written to fifteen times in a day hears no more of us that day', async () => {
    const { id, phone } = await request()
    await rows(
      `insert into channel_deliveries (message_id, reservation_id, template, channel, recipient,
         content, state, attempts, accepted_at, provider_id)
       select m.id, m.reservation_id, 'confirmation', 'sms', $1, 'x', 'acceptee', 1, now(), 'SM'
       from messages m where not exists (select 1 from channel_deliveries d
         where d.message_id = m.id) and m.reservation_id is not null order by m.id limit 15`,
      [e164(phone)],
    )
    await sendTexts()
    const text = await deliveryOf(id)
    expect(await eventsOf(text.id)).toEqual([['abandonnee', null, 'trop']])
  })
})

describe('two of everything', () => {
  test('three workers at once make each call once', async () => {
    const ids: number[] = []
    for (let asked = 0; asked < 5; asked += 1) ids.push((await request()).id)
    await Promise.all([sendTexts(), sendTexts(), sendTexts()])
    expect(gateway.seen).toHaveLength(5)
    const bodies = gateway.seen.map(({ body }) => new URLSearchParams(body).get('To'))
    expect(new Set(bodies).size).toBe(5)
  })

  test('a dead worker’s call may have been made: it is taken up once, and no third time', async () => {
    const { id } = await request()
    const die = () =>
      rows(
        `update channel_deliveries set state = 'en_cours', attempts = attempts + 1,
           lease_until = now() - interval '1 second' where reservation_id = $1`,
        [id],
      )
    await die()
    gateway.behave(answers(500))
    await sendTexts()
    const delivery = await deliveryOf(id)
    expect(delivery).toMatchObject({ state: 'echouee', attempts: 2, unknown_outcome: true })
    expect((await eventsOf(delivery.id)).map(([kind]) => kind)).toEqual(['interrompue', 'differee'])
    await die()
    await sendTexts()
    expect((await eventsOf(delivery.id)).at(-1)).toEqual(['abandonnee', null, 'issue_inconnue'])
    expect(gateway.seen).toHaveLength(1)
  })
})

describe('what the database refuses', () => {
  test('another text, number or time, a state without its reason, a deletion', async () => {
    const { id } = await request()
    await sendTexts()
    const { id: delivery } = await deliveryOf(id)
    const one = (sets: string) =>
      refusalCode(`update channel_deliveries set ${sets} where id = ${delivery}`)
    expect(await one(`content = 'x'`)).toBe('23514')
    expect(await one(`recipient = '+242066000000'`)).toBe('23514')
    expect(await one(`accepted_at = now() - interval '1 hour'`)).toBe('23514')
    expect(await one(`provider_id = 'SM0'`)).toBe('23514')
    expect(await one(`state = 'a_envoyer'`)).toBe('23514')
    const { id: waiting } = await deliveryOf((await request()).id)
    const other = (sets: string) =>
      refusalCode(`update channel_deliveries set ${sets} where id = ${waiting}`)
    expect(await other(`state = 'acceptee', accepted_at = now(), provider_id = 'SM0'`)).toBe(
      '23514',
    )
    expect(await other(`delivered_at = now()`)).toBe('23514')
    expect(await refusalCode('delete from channel_deliveries')).toBe('23514')
    expect(await refusalCode('delete from channel_events')).toBe('23514')
    expect(await refusalCode(`update channel_events set detail = 'x'`)).toBe('23514')
    expect(await refusalCode('truncate channel_events')).toBe('23514')
  })
})
