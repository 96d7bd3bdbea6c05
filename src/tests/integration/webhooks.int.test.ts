import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aProperty, aStaff, at, house, utc, type Staff } from '@/tests/support/house'
import { api, aRequest, booked, bodyOf, rest } from '@/tests/support/http'
import { moved, round } from '@/tests/support/clocks'
import { count, one, refusalCode, rows } from '@/tests/support/sql'
import { waitUntil } from '@/tests/support/waitUntil'
import { answers, aWebServer, onlyHere, type WebServer } from '@/tests/support/webServer'
import { callWebhooks } from '@/worker/callWebhooks'

let server: WebServer
let owner: Staff
let admin: Staff
let property: Awaited<ReturnType<typeof aProperty>>
let hook: number
let secret: string
let made = 0

beforeAll(async () => {
  server = await aWebServer(answers(204))
  owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  admin = await aStaff('admin', 'Prisca Loemba')
  property = await aProperty({ owners: [owner.id] })
  const made = await rest('POST', '/webhooks', {
    as: admin,
    body: {
      name: 'Comptabilité',
      address: `${server.url}/scim`,
      events: ['demandee', 'confirmee', 'annulee', 'deplacee', 'en_retard', 'message'],
    },
  })
  hook = bodyOf<{ doc: { id: number } }>(made).doc.id
  const shown = await rest('POST', `/webhooks/${hook}/secret`, { as: admin, body: {} })
  secret = bodyOf<{ secret: string }>(shown).secret
})
afterAll(() => server.close())
beforeEach(async () => {
  server.behave(answers(204))
  server.seen.length = 0
  await rows(`update webhook_deliveries set next_attempt_at = now() + interval '1 day'
    where state in ('a_envoyer', 'echouee')`)
})

const request = () => booked(property, { startsAt: at(2 + (made += 1), '09:00') })
const send = async () => callWebhooks(await house(), { mayReach: onlyHere })

const bodies = () =>
  server.seen.map(
    ({ body }) => JSON.parse(body) as { event: string; reservation: Record<string, unknown> },
  )

type State = {
  id: number
  state: string
  attempts: number
  answer_status: number | null
  last_error: string | null
  wait: number | null
}
const delivery = (reservation: number) =>
  one<State>(
    `select id, state, attempts::int, answer_status::int, last_error,
       round(extract(epoch from next_attempt_at - now()) / 60)::int as wait
     from webhook_deliveries where reservation_id = $1`,
    [reservation],
  )

describe('what a program hears', () => {
  test('requested, confirmed, message, cancelled, in the shape of the API and nothing of the client', async () => {
    const { id, token, reservation } = await request()
    await rest('PATCH', `/reservations/${id}`, { as: owner, body: { status: 'confirmee' } })
    await api.write(token, { body: { text: 'Où se trouve le portail ?' } })
    await api.cancel(token)
    await send()
    expect(bodies().map(({ event }) => event)).toEqual([
      'demandee',
      'confirmee',
      'message',
      'annulee',
    ])
    const [first] = bodies()
    expect(first?.reservation).toEqual({
      reference: reservation.reference,
      status: 'en_attente',
      statusReason: null,
      kind: 'visite',
      property: reservation.property,
      startsAt: reservation.startsAt,
      endsAt: reservation.endsAt,
      createdAt: reservation.createdAt,
      respondBy: reservation.promise.respondBy,
      respondedAt: null,
    })
    for (const { body } of server.seen) expect(body).not.toMatch(/Awa|\+242|awa@|portail|sœur/)
  })

  test('that it was moved, held or confirmed', async () => {
    const { id } = await request()
    const to = async (time: string) =>
      (
        await rest('POST', `/reservations/${id}/move`, {
          as: owner,
          body: { startsAt: at(40, time) },
        })
      ).status
    expect(await to('11:00')).toBe(200)
    await rest('PATCH', `/reservations/${id}`, { as: owner, body: { status: 'confirmee' } })
    expect(await to('12:00')).toBe(200)
    await send()
    const told = bodies().filter(({ event }) => event === 'deplacee')
    expect(told.map(({ reservation }) => reservation.startsAt)).toEqual([
      utc(40, '11:00'),
      utc(40, '12:00'),
    ])
  })

  test('that the promised time has passed', async () => {
    const { id } = await request()
    await moved(id, { respond_by: '-1 minute' })
    await round()
    await send()
    expect(bodies().map(({ event }) => event)).toEqual(['demandee', 'en_retard'])
  })

  test('nothing of an event that was rolled back, and nothing once it is out of use', async () => {
    const before = await count('webhook_deliveries')
    const taken = await request()
    await rest('PATCH', `/webhooks/${hook}`, { as: admin, body: { enabled: false } })
    await send()
    expect(server.seen).toHaveLength(0)
    await request()
    expect(await count('webhook_deliveries')).toBe(before + 1)
    await rest('PATCH', `/webhooks/${hook}`, { as: admin, body: { enabled: true } })
    const clash = await api.request({
      body: aRequest(property, { startsAt: taken.reservation.startsAt }),
    })
    expect(clash.status).toBe(409)
    expect(await count('webhook_deliveries')).toBe(before + 1)
  })
})

describe('how a call is signed', () => {
  const check = (seen: WebServer['seen'][number] | undefined, key: string) => {
    const [, time = '', signature] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(seen?.headers['x-scim-signature'])) ?? []
    expect(Math.abs(Date.now() / 1000 - Number(time))).toBeLessThan(60)
    return signature === createHmac('sha256', key).update(`${time}.${seen?.body}`).digest('hex')
  }

  test('with the secret that was shown; a new one makes it worthless', async () => {
    await request()
    await send()
    const [seen] = server.seen
    expect(check(seen, secret)).toBe(true)
    expect(seen?.headers['x-scim-event']).toBe('demandee')
    expect(seen?.headers['content-type']).toBe('application/json; charset=utf-8')
    const shown = await rest('POST', `/webhooks/${hook}/secret`, { as: admin, body: {} })
    const next = bodyOf<{ secret: string }>(shown).secret
    expect(next).not.toBe(secret)
    await request()
    await send()
    expect(check(server.seen[1], secret)).toBe(false)
    expect(check(server.seen[1], next)).toBe(true)
    secret = next
  })

  test('the secret stands in no row and no answer; only an admin makes a new one', async () => {
    const read = await rest('GET', `/webhooks/${hook}`, { as: admin })
    expect(read.text).not.toContain('whsec_')
    expect(read.text).not.toContain('secretVersion')
    const [{ stored } = { stored: '' }] = await rows<{ stored: string }>(
      'select w::text as stored from webhooks w where id = $1',
      [hook],
    )
    expect(stored).not.toContain(secret)
    for (const as of [null, owner])
      expect((await rest('POST', `/webhooks/${hook}/secret`, { as, body: {} })).status).toBe(404)
    expect(await refusalCode('update webhooks set secret_version = 0')).toBe('23514')
  })
})

describe('a program that misbehaves', () => {
  test('an error is tried again with the same body and identifier, after 1 and 5 minutes', async () => {
    server.behave(answers(500))
    const { id } = await request()
    await send()
    expect(await delivery(id)).toMatchObject({
      state: 'echouee',
      attempts: 1,
      answer_status: 500,
      last_error: 'HTTP 500',
      wait: 1,
    })
    await rows('update webhook_deliveries set next_attempt_at = now() where reservation_id = $1', [
      id,
    ])
    await send()
    const twice = await delivery(id)
    expect(twice).toMatchObject({ attempts: 2 })
    expect([5, 6]).toContain(twice.wait)
    server.behave(answers(200))
    await rows('update webhook_deliveries set next_attempt_at = now() where reservation_id = $1', [
      id,
    ])
    await send()
    expect(await delivery(id)).toMatchObject({ state: 'envoyee', attempts: 3, answer_status: 200 })
    const [first, second, third] = server.seen
    expect([second?.body, third?.body]).toEqual([first?.body, first?.body])
    expect(third?.headers['x-scim-delivery']).toBe(first?.headers['x-scim-delivery'])
  })

  test.each([
    ['closes the connection', (_: unknown, response: { destroy(): void }) => response.destroy()],
    [
      'answers half and closes',
      (
        _: unknown,
        response: { writeHead(status: number, headers: object): void; destroy(): void },
      ) => {
        response.writeHead(200, { 'Content-Length': '10' })
        response.destroy()
      },
    ],
  ])('one that %s is tried again', async (...[, behaviour]) => {
    server.behave(behaviour as Parameters<WebServer['behave']>[0]) // as: each uses a part of it.
    const { id } = await request()
    await send()
    expect(await delivery(id)).toMatchObject({ state: 'echouee', last_error: 'injoignable' })
  })

  test('a redirect is not followed', async () => {
    server.behave(answers(302, '', { Location: `${server.url}/elsewhere` }))
    const { id } = await request()
    await send()
    expect(await delivery(id)).toMatchObject({ state: 'echouee', answer_status: 302 })
    expect(server.seen.map(({ path }) => path)).toEqual(['/scim'])
  })

  test('one that never answers holds up the others for ten seconds at most', async () => {
    server.behave(() => undefined)
    const { id } = await request()
    await send()
    expect(await delivery(id)).toMatchObject({ state: 'echouee', last_error: 'trop_lent' })
  })

  test('one that says it is gone is not asked again; nor is any after 48 hours', async () => {
    server.behave(answers(410))
    const gone = await request()
    await send()
    expect(await delivery(gone.id)).toMatchObject({ state: 'abandonnee', answer_status: 410 })
    server.behave(answers(500))
    const old = await request()
    await rows(`alter table webhook_deliveries disable trigger user`)
    await rows(
      `update webhook_deliveries set created_at = now() - interval '47 hours', attempts = 9
       where reservation_id = $1`,
      [old.id],
    )
    await rows(`alter table webhook_deliveries enable trigger user`)
    await send()
    expect(await delivery(old.id)).toMatchObject({ state: 'abandonnee' })
  })

  test('an address inside the house is not called', async () => {
    const { id } = await request()
    await callWebhooks(await house())
    expect(server.seen).toHaveLength(0)
    expect(await delivery(id)).toMatchObject({ state: 'echouee', last_error: 'prive' })
  })
})

describe('two of everything', () => {
  test('three workers at once make each call once', async () => {
    for (let asked = 0; asked < 5; asked += 1) await request()
    await Promise.all([send(), send(), send()])
    await waitUntil('five calls', () => server.seen.length >= 5)
    const names = server.seen.map(({ headers }) => headers['x-scim-delivery'])
    expect(new Set(names).size).toBe(names.length)
  })

  test('a dead worker’s claim is free when its lease has run out, and its late word does not count', async () => {
    const { id } = await request()
    await rows(
      `update webhook_deliveries set state = 'en_cours', attempts = 1,
         lease_until = now() - interval '1 second' where reservation_id = $1`,
      [id],
    )
    await send()
    expect(await delivery(id)).toMatchObject({ state: 'envoyee', attempts: 2 })
  })

  test('a worker that is asked to stop takes up no other call', async () => {
    const { id } = await request()
    expect(await callWebhooks(await house(), { mayReach: onlyHere, goOn: () => false })).toBe(0)
    expect(await delivery(id)).toMatchObject({ state: 'a_envoyer', attempts: 0 })
  })

  test('what was to be said is not rewritten', async () => {
    expect(await refusalCode(`update webhook_deliveries set body = '{}'`)).toBe('23514')
  })
})
