import { afterEach, describe, expect, test, vi } from 'vitest'
import { house } from '@/tests/support/house'
import { refusalCode, rows } from '@/tests/support/sql'
import { waitUntil } from '@/tests/support/waitUntil'
import { bodyOf, rest } from '@/tests/support/http'
import { answers, aWebServer, onlyHere, type WebServer } from '@/tests/support/webServer'
import { callWebhooks } from '@/worker/callWebhooks'
import { withWebhook, admin, server, request, send, delivery } from '@/tests/support/webhookHouse'

withWebhook()
afterEach(() => vi.useRealTimers())

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

  test('one that never answers holds up no other program, whatever waits for it', async () => {
    const other = await aWebServer(answers(204))
    const made = await rest('POST', '/webhooks', {
      as: admin,
      body: { name: 'Agenda', address: `${other.url}/scim`, events: ['demandee'] },
    })
    const { id } = bodyOf<{ doc: { id: number } }>(made).doc
    const silent: { destroy(): void }[] = []
    server.behave((_, response) => void silent.push(response))
    for (let count = 0; count < 6; count += 1) await request()
    let going = true
    const calls = callWebhooks(await house(), {
      mayReach: onlyHere,
      slowest: 600_000,
      goOn: () => going,
    })
    await waitUntil('the other one heard of all', () => other.seen.length === 6)
    // The first silence still lasts: nobody waited for it.
    const heldUp = silent.length
    going = false
    silent.forEach((response) => response.destroy())
    await calls
    expect(heldUp).toBe(1)
    await rest('PATCH', `/webhooks/${id}`, { as: admin, body: { enabled: false } })
    await other.close()
    expect(await rows(`select 1 from webhook_deliveries where state = 'en_cours'`)).toEqual([])
  })

  test('more that never answer than are called at once hold up none that does', async () => {
    const silent: { destroy(): void }[] = []
    server.behave((_, response) => void silent.push(response))
    const other = await aWebServer(answers(204))
    const program = async (name: string, address: string, events: string[]) => {
      const body = { name, address: `${address}/scim`, events }
      const made = await rest('POST', '/webhooks', { as: admin, body })
      return bodyOf<{ doc: { id: number } }>(made).doc.id
    }
    const ids: number[] = []
    for (let count = 0; count < 8; count += 1)
      ids.push(await program(`Muet ${count}`, server.url, ['demandee', 'confirmee']))
    // Of each one call has failed, and others wait since before the one that shall come through.
    const { id: first } = await request()
    await rows(
      `update webhook_deliveries set state = 'echouee', attempts = 1,
         next_attempt_at = now() + interval '1 hour' where reservation_id = $1`,
      [first],
    )
    await request()
    ids.push(await program('Agenda', other.url, ['demandee']))
    await request()
    let going = true
    const calls = callWebhooks(await house(), {
      mayReach: onlyHere,
      slowest: 600_000,
      goOn: () => going,
    })
    await waitUntil('the one that answers heard of it', () => other.seen.length === 1)
    going = false
    await waitUntil('the silent ones hold the other lanes', () => silent.length === 5)
    silent.forEach((response) => response.destroy())
    await calls
    for (const id of ids)
      await rest('PATCH', `/webhooks/${id}`, { as: admin, body: { enabled: false } })
    await other.close()
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

  test.each([
    ['three days ahead', 72],
    ['three days behind', -72],
  ])('a worker whose clock runs %s waits by the database’s', async (_, hours) => {
    server.behave(answers(500))
    const { id } = await request()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + hours * 3_600_000 })
    await send()
    expect(await delivery(id)).toMatchObject({ state: 'echouee', wait: 1 })
    const [, signed = ''] =
      /^t=(\d+),/.exec(String(server.seen[0]?.headers['x-scim-signature'])) ?? []
    vi.useRealTimers()
    expect(Math.abs(Number(signed) * 1000 - Date.now())).toBeLessThan(60_000)
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
