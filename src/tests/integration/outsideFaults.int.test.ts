import { describe, expect, test } from 'vitest'
import { day, house } from '@/tests/support/house'
import { answers, onlyHere, type WebServer } from '@/tests/support/webServer'
import { fetchCalendars } from '@/worker/fetchCalendars'
import {
  withOutside,
  server,
  guest,
  calendar,
  aClosedProperty,
  round,
  state,
  takenNights,
} from '@/tests/support/outsideHouse'

withOutside()

describe('a calendar that cannot be had', () => {
  const faults: [string, Parameters<WebServer['behave']>[0], string][] = [
    ['an error of the server', answers(500), 'http_500'],
    ['a page to sign in', answers(200, '<!doctype html>'), 'illisible'],
    ['more than 2 MB', answers(200, 'x'.repeat(2 * 1024 * 1024 + 1)), 'trop_grand'],
    ['a closed connection', (_request, response) => void response.destroy(), 'injoignable'],
    [
      'redirects without an end',
      (_request, response) => void response.writeHead(302, { Location: '/again' }).end(),
      'redirections',
    ],
    [
      'a redirect into a private network',
      (_request, response) => void response.writeHead(302, { Location: 'http://10.0.0.1/' }).end(),
      'prive',
    ],
    [
      'a redirect to a file',
      (_request, response) =>
        void response.writeHead(302, { Location: 'file:///etc/passwd' }).end(),
      'adresse',
    ],
    [
      'a redirect to what is no address at all',
      (_request, response) => void response.writeHead(302, { Location: 'http://[' }).end(),
      'adresse',
    ],
    [
      'a rule that matches no day at all',
      answers(
        200,
        calendar(
          guest('g1', 10, 12).replace(
            'SUMMARY',
            'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\r\nSUMMARY',
          ),
        ),
      ),
      'trop_de_dates',
    ],
  ]
  test.each(faults)('%s: what was known stays closed, and the fault is kept', async (...given) => {
    const [, behaviour, fault] = given
    server.behave(answers(200, calendar(guest('g1', 10, 12))))
    const property = await aClosedProperty()
    await round()
    server.behave(behaviour)
    await round()
    expect(await state(property.id)).toEqual({ fault, failures: 1, succeeded: true, wait: 1 })
    expect(await takenNights(property, 9, 13)).toEqual([day(10), day(11)])
    await round()
    expect(await state(property.id)).toMatchObject({ failures: 2, wait: 5 })
    server.behave(answers(200, calendar()))
    await round()
    expect(await state(property.id)).toMatchObject({ fault: null, failures: 0, wait: 15 })
  })

  test('a character that no database holds is passed over, and the calendar is read', async () => {
    server.behave(answers(200, calendar(guest('g\u0000one', 10, 12))))
    const property = await aClosedProperty()
    await round()
    expect(await state(property.id)).toMatchObject({ fault: null, succeeded: true })
    expect(await takenNights(property, 9, 13)).toEqual([day(10), day(11)])
  })

  test('an address of this machine is not called, whatever it would answer', async () => {
    server.behave(answers(200, calendar(guest('g1', 10, 12))))
    const property = await aClosedProperty()
    const before = server.seen.length
    await fetchCalendars(await house())
    expect(await state(property.id)).toMatchObject({ fault: 'prive', succeeded: false })
    expect(server.seen).toHaveLength(before)
  })

  test('what has not changed is not sent again', async () => {
    server.behave((request, response) =>
      request.headers['if-none-match'] === '"v1"'
        ? void response.writeHead(304).end()
        : void response.writeHead(200, { ETag: '"v1"' }).end(calendar(guest('g1', 10, 12))),
    )
    const property = await aClosedProperty()
    await round()
    await round()
    expect(server.seen.at(-1)?.headers['if-none-match']).toBe('"v1"')
    expect(await state(property.id)).toMatchObject({ fault: null })
    expect(await takenNights(property, 9, 13)).toEqual([day(10), day(11)])
  })

  test('two workers at once fetch it once', async () => {
    server.behave(answers(200, calendar()))
    await aClosedProperty('/once.ics')
    const payload = await house()
    await Promise.all([1, 2, 3].map(() => fetchCalendars(payload, { mayReach: onlyHere })))
    expect(server.seen.filter(({ path }) => path === '/once.ics')).toHaveLength(1)
  })
})
