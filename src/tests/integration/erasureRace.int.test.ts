import { expect, test } from 'vitest'
import { inTransaction, rowsOf, sql } from '@/database'
import { withAgency, property } from '@/tests/support/agencyHouse'
import { freshDay, life } from '@/tests/support/erasureHouse'
import { at, house } from '@/tests/support/house'
import { api, aRequest, type Answer } from '@/tests/support/http'
import { count, one } from '@/tests/support/sql'
import { waitUntil } from '@/tests/support/waitUntil'

withAgency()

const waiting = () =>
  count('pg_stat_activity', `datname = current_database() and wait_event_type = 'Lock'`)

test('who asks again while their data is being erased waits for it, and is somebody new', async () => {
  const { client, right } = await life()
  const body = aRequest(property, { client: right, startsAt: at(freshDay(), '11:00') })
  let asked: Promise<Answer> | undefined
  await inTransaction(await house(), {}, async (req) => {
    await rowsOf(req, sql`insert into erasures (client_id, why) values (${client}, 'demande')`)
    asked = api.request({ body })
    await waitUntil('the request waits for the erasure', async () => (await waiting()) === 1)
  })
  expect((await asked)?.status).toBe(201)
  const row = await one<{ client: number }>(
    'select client_id as client from reservations where request_key = $1',
    [body.requestKey],
  )
  expect(row.client).toBeGreaterThan(client)
})
