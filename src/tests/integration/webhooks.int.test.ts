import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { at, utc } from '@/tests/support/house'
import { api, aRequest, rest } from '@/tests/support/http'
import { moved, round } from '@/tests/support/clocks'
import { count, refusalCode, rows } from '@/tests/support/sql'
import type { WebServer } from '@/tests/support/webServer'
import {
  withWebhook,
  server,
  owner,
  admin,
  property,
  hook,
  secret,
  renewSecret,
  request,
  send,
} from '@/tests/support/webhookHouse'

withWebhook()

const bodies = () =>
  server.seen.map(
    ({ body }) => JSON.parse(body) as { event: string; reservation: Record<string, unknown> },
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
    const first = secret
    await request()
    await send()
    const [seen] = server.seen
    expect(check(seen, first)).toBe(true)
    expect(seen?.headers['x-scim-event']).toBe('demandee')
    expect(seen?.headers['content-type']).toBe('application/json; charset=utf-8')
    const next = await renewSecret()
    expect(next).not.toBe(first)
    await request()
    await send()
    expect(check(server.seen[1], first)).toBe(false)
    expect(check(server.seen[1], next)).toBe(true)
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
