import { createServer } from 'node:net'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { stallOf } from '@/domain/stall'
import { env } from '@/env'
import type { Property } from '@/payload-types'
import { readiness } from '@/portal/readiness'
import { support } from '@/portal/support'
import { pulseOf } from '@/pulse'
import { moved, templatesTold } from '@/tests/support/clocks'
import { aProperty, aStaff, at, house } from '@/tests/support/house'
import { booked } from '@/tests/support/http'
import { aMailServer } from '@/tests/support/mailServer'
import { rows } from '@/tests/support/sql'
import { waitUntil } from '@/tests/support/waitUntil'
import { startWorker } from '@/worker/run'

let property: Property

beforeAll(async () => {
  const owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  property = await aProperty({ owners: [owner.id] })
})

beforeEach(async () => {
  await rows('delete from worker_heartbeats')
})

afterEach(() => {
  vi.useRealTimers()
  env.smtpUrl = undefined
})

const stall = async () => stallOf(await pulseOf(await house()))
const beaten = (ago: string, mailDown: string | null = null) =>
  rows(
    `insert into worker_heartbeats values ('test', now() - $1::interval, now() - $2::interval)`,
    [ago, mailDown],
  )

const tries = async (reservation: number) =>
  (
    await rows<{ attempts: number }>(
      `select attempts::int from messages where reservation_id = $1 and channel = 'email' order by id`,
      [reservation],
    )
  ).map(({ attempts }) => attempts)

let later = 0
/** What the funnel promises, asked when no earlier look is fresh any more. */
async function promised() {
  later += 10_000
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + later })
  const { promiseInWords, contactEmail } = await support(null, 'fr')
  vi.useRealTimers()
  return { promiseInWords, contactEmail }
}

test('without a worker nothing is promised: /readyz says degraded, pages show whom to reach', async () => {
  const { status, checks } = await readiness()
  expect(status).toBe('degraded')
  expect(checks.worker).toEqual({ status: 'degraded', detail: 'no worker is running' })
  expect(await promised()).toEqual({ promiseInWords: null, contactEmail: 'contact@scim.example' })
})

test('with a living worker and no mail server minutes are promised', async () => {
  await beaten('2 seconds')
  const { checks } = await readiness()
  expect(checks.worker.status).toBe('ok')
  expect(checks.mail.detail).toMatch(/^no SMTP_URL/)
  expect((await promised()).promiseInWords?.delay).toBe('30 minutes')
})

test('a worker that died is noticed within a minute', async () => {
  await beaten('46 seconds')
  expect(await stall()).toBe('worker')
  expect((await readiness()).checks.worker.detail).toMatch(/^not seen for \d+ s$/)
  expect((await promised()).promiseInWords).toBe(null)
})

test('a worker that lives but does not keep the clocks is no help', async () => {
  const { id } = await booked(property, { startsAt: at(3, '09:00') })
  await moved(id, { respond_by: '-70 seconds' })
  await beaten('1 second')
  expect(await stall()).toBe(null)
  await moved(id, { respond_by: '-80 seconds' })
  expect(await stall()).toBe('clocks')
  await moved(id, { respond_by: '10 minutes' })
})

test('mail that nobody takes up is a stall, where a mail server is set', async () => {
  const { id } = await booked(property, { startsAt: at(3, '10:00') })
  await beaten('1 second')
  await rows(
    `update messages set next_attempt_at = now() - interval '80 seconds' where reservation_id = $1`,
    [id],
  )
  expect(await stall()).toBe(null)
  env.smtpUrl = 'smtp://127.0.0.1:9'
  expect(await stall()).toBe('mail')
  expect((await readiness()).checks.mail.detail).toMatch(/the oldest is \d+ s overdue$/)
  await rows(`update messages set next_attempt_at = now() + interval '1 hour'`)
})

test('a mail server out of reach is a stall until it has taken a message', async () => {
  const { id } = await booked(property, { startsAt: at(3, '11:00') })
  await rows(`update messages set next_attempt_at = now() + interval '1 hour'`)
  env.smtpUrl = 'smtp://127.0.0.1:9'
  await beaten('1 second', '31 seconds')
  expect(await stall()).toBe('mail')
  await rows(
    `update messages set state = 'en_cours' where reservation_id = $1 and template = 'accuse_reception'`,
    [id],
  )
  await rows(
    `update messages set state = 'envoyee', sent_at = now(), server_answer = '250 OK'
     where reservation_id = $1 and template = 'accuse_reception'`,
    [id],
  )
  expect(await stall()).toBe(null)
})

test('a worker that cannot reach its mail server says so, and its clocks go on', async () => {
  // A port that was free a moment ago: nobody listens there.
  const port = await new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
  env.smtpUrl = `smtp://127.0.0.1:${port}`
  const { id } = await booked(property, { startsAt: at(3, '12:00') })
  await moved(id, { respond_by: '-1 second' })
  const worker = await startWorker(await house())
  try {
    await waitUntil('the mail server is known to be away', async () => {
      const [row] = await rows('select 1 from worker_heartbeats where mail_down_since is not null')
      return row !== undefined
    })
    await waitUntil('the delay is told', async () =>
      (await templatesTold(id)).includes('retard_client'),
    )
  } finally {
    await worker.stop()
  }
  expect(await rows('select 1 from worker_heartbeats')).toEqual([])
})

test('a mail server that refuses the login is a stall; it is seen to be back before any mail is due', async () => {
  const server = await aMailServer()
  server.behave('535 at the login')
  env.smtpUrl = server.loginUrl
  const { id } = await booked(property, { startsAt: at(3, '13:00') })
  const away = async () =>
    (await rows('select 1 from worker_heartbeats where mail_down_since is not null')).length > 0
  const worker = await startWorker(await house())
  try {
    await waitUntil('the server is known to take nothing', away)
    await waitUntil('every mail was tried', async () => (await tries(id)).every((one) => one > 0))
    server.behave('accept')
    const before = await tries(id)
    await waitUntil('it is known to be back', async () => !(await away()))
    expect(await tries(id)).toEqual(before)
    expect(server.received).toEqual([])
  } finally {
    await worker.stop()
    await server.close()
  }
})

test('after an outage overdue work is done once, and minutes are promised again', async () => {
  const late = await booked(property, { startsAt: at(3, '14:00') })
  const ended = await booked(property, { startsAt: at(3, '15:00') })
  await moved(late.id, { respond_by: '-3 hours' })
  await moved(ended.id, { respond_by: '-30 hours', hold_until: '-6 hours' })
  expect(await stall()).toBe('worker')
  const workers = await Promise.all([startWorker(await house()), startWorker(await house())])
  try {
    await waitUntil('the end is told', async () => (await templatesTold(ended.id)).length > 0)
    await waitUntil('the delay is told', async () => (await templatesTold(late.id)).length > 0)
    await waitUntil('all is well', async () => (await stall()) === null)
    expect((await promised()).promiseInWords?.delay).toBe('30 minutes')
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()))
  }
  expect(await templatesTold(late.id)).toEqual(['retard_client', 'escalade'])
  expect(await templatesTold(ended.id)).toEqual(['expiration', 'expiration'])
})
