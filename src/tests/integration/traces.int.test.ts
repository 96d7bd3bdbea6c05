import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { env } from '@/env'
import type { Property } from '@/payload-types'
import { moved, templatesTold } from '@/tests/support/clocks'
import { aProperty, aStaff, at, house } from '@/tests/support/house'
import { booked } from '@/tests/support/http'
import { answers, aWebServer, type WebServer } from '@/tests/support/webServer'
import { waitUntil } from '@/tests/support/waitUntil'
import { startWorker } from '@/worker/run'

let collector: WebServer
let property: Property

beforeAll(async () => {
  collector = await aWebServer(answers(200))
  const owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  property = await aProperty({ owners: [owner.id] })
})
afterEach(() => {
  env.traces = null
})
afterAll(() => collector.close())

test('a round of the worker that did something is a span; it names nobody', async () => {
  const { id } = await booked(property, { startsAt: at(3, '09:00') })
  await moved(id, { respond_by: '-1 hour' })
  env.traces = { endpoint: `${collector.url}/v1/traces`, headers: {}, service: 'scim-test' }
  const worker = await startWorker(await house())
  await waitUntil('the delay is told', async () =>
    (await templatesTold(id)).includes('retard_client'),
  )
  await worker.stop()
  const sent = collector.seen.map(({ body }) => body).join('')
  expect(sent).toContain('"name":"worker clocks"')
  expect(sent).toContain('"key":"scim.work","value":{"stringValue":"clocks"}')
  expect(sent).not.toMatch(/Awa|RSV-|@example/)
})
