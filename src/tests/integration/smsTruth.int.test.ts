import { describe, expect, test } from 'vitest'
import { moved, round } from '@/tests/support/clocks'
import { e164, freshPhone } from '@/tests/support/house'
import { api, rest } from '@/tests/support/http'
import {
  channelsSet,
  deliveryOf,
  eventsOf,
  postponeTexts,
  sendTexts,
  textIsDue,
} from '@/tests/support/phones'
import { refusalCode, rows } from '@/tests/support/sql'
import { answers } from '@/tests/support/webServer'
import { decide, gateway, owner, request, withSms } from '@/tests/support/smsHouse'

withSms()

const correctPhone = (id: number) =>
  rest('POST', `/reservations/${id}/contact`, {
    as: owner,
    body: { name: 'Awa Mabiala', phone: freshPhone(), email: 'awa@example.com' },
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
    const { id, token } = await request()
    await correctPhone(id)
    await sendTexts()
    const text = await deliveryOf(id)
    expect(text).toMatchObject({ state: 'abandonnee', facts: 'withdrawn' })
    expect(await eventsOf(text.id)).toEqual([['retiree', null, 'contact']])
    expect(gateway.seen).toHaveLength(0)
    expect((await api.view(token)).status).toBe(200)
  })

  test('the link in a text that went to a wrong number opens nothing any more', async () => {
    const { id, token } = await request()
    await sendTexts()
    await correctPhone(id)
    expect((await api.view(token)).status).toBe(404)
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
    // A text belongs to a message: those to the owner about fifteen other requests lend themselves.
    for (let other = 0; other < 15; other += 1) await request()
    await postponeTexts()
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
