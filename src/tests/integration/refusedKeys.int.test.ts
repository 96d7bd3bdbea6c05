import { expect, test } from 'vitest'
import { env } from '@/env'
import { onConnection } from '@/tests/support/connection'
import { aProperty, at, house } from '@/tests/support/house'
import { api, aRequest, booked } from '@/tests/support/http'
import { count, rows } from '@/tests/support/sql'
import { waitUntil } from '@/tests/support/waitUntil'
import { sweepDoors } from '@/worker/sweepDoors'

/** A place that somebody else holds, a request for it, and how to set the place free. */
async function takenPlace() {
  const property = await aProperty()
  const { token } = await booked(property)
  const body = aRequest(property)
  const free = async () => expect((await api.cancel(token)).status).toBe(200)
  return { property, body, free }
}
const status = async (body: object) => (await api.request({ body })).status

test('what was refused under a key stays refused under it, so that no copy on its way books it', async () => {
  const { property, body, free } = await takenPlace()
  expect(await status(body)).toBe(409)
  await free()
  expect(await status(body)).toBe(409)
  expect(await count('reservations', 'request_key = $1', [body.requestKey])).toBe(0)

  // Asking anew is another request; another content under the same key was never refused.
  expect(await status({ ...body, startsAt: at(3, '10:00') })).toBe(201)
  expect(await status(body)).toBe(422)
  expect(await status(aRequest(property))).toBe(201)
})

test('each content refused under a key is remembered', async () => {
  const { property, body, free } = await takenPlace()
  const later = await booked(property, { startsAt: at(3, '10:00') })
  const other = { ...body, startsAt: at(3, '10:00') }
  expect([await status(body), await status(other)]).toEqual([409, 409])
  await free()
  expect((await api.cancel(later.token)).status).toBe(200)
  expect([await status(body), await status(other)]).toEqual([409, 409])
})

test('a copy that found the place free before the refusal was remembered has the last word', async () => {
  const { body, free } = await takenPlace()
  await onConnection(env.databaseUrl, async (holder) => {
    await holder.query(`
      create function wait_with_refusals() returns trigger language plpgsql as
        $$ begin perform pg_advisory_xact_lock(4711); return new; end $$;
      create trigger wait_with_refusals before insert on request_answers
        for each row when (new.refused <> '{}') execute function wait_with_refusals();
      select pg_advisory_lock(4711)`)
    try {
      const first = api.request({ body })
      await waitUntil(
        'the refusal is about to be remembered',
        async () =>
          (await count('pg_locks', `locktype = 'advisory' and objid = 4711 and not granted`)) === 1,
      )
      await free()
      const copy = await api.request({ body })
      expect(copy.status).toBe(201)
      await holder.query('select pg_advisory_unlock(4711)')
      expect(await first).toMatchObject({ status: 200, text: copy.text })
    } finally {
      await holder.query(
        'select pg_advisory_unlock_all(); drop function wait_with_refusals cascade',
      )
    }
  })
})

test('a refusal is forgotten after a day, when no copy is under way any more', async () => {
  const { body, free } = await takenPlace()
  expect(await status(body)).toBe(409)
  await free()
  await sweepDoors(await house())
  expect(await status(body)).toBe(409)
  await rows(
    `update request_answers set created_at = now() - interval '25 hours' where request_key = $1`,
    [body.requestKey],
  )
  await sweepDoors(await house())
  expect(await status(body)).toBe(201)
})
