import { beforeAll, expect, test } from 'vitest'
import { rowsOf, sql } from '@/database'
import { aProperty, house } from '@/tests/support/house'
import { inLastHook } from '@/tests/support/hooks'
import { api, aRequest } from '@/tests/support/http'
import { checksums, count, rows } from '@/tests/support/sql'

beforeAll(house)

test.each<[string, Parameters<typeof inLastHook>[0]]>([
  [
    'a hook throws',
    async () => {
      throw new Error('the last hook failed')
    },
  ],
  ['a statement fails and is swallowed', (req) => rowsOf(req, sql`select 1/0`).catch(() => null)],
  [
    'the backend dies',
    async (req) => {
      const [row] = await rowsOf<{ pid: number }>(req, sql`select pg_backend_pid() as pid`)
      await rows('select pg_terminate_backend($1)', [row?.pid])
    },
  ],
])('when %s after everything was written, no table has a trace of it', async (_what, fault) => {
  const body = aRequest(await aProperty())
  const before = await checksums('rate_limits')
  const answer = await inLastHook(fault, () => api.request({ body }))
  expect(answer.status).toBe(503)
  expect(answer.text).not.toMatch(/insert|select|last hook/i)
  expect(await checksums('rate_limits')).toEqual(before)

  // Nothing was promised, so the same key asked again simply books.
  expect((await api.request({ body })).status).toBe(201)
})

test('control: without the fault the same request writes to each of these tables', async () => {
  const body = aRequest(await aProperty())
  const before = await checksums()
  const answer = await inLastHook(
    async () => undefined,
    () => api.request({ body }),
  )
  expect(answer.status).toBe(201)
  const after = await checksums()
  const written = Object.keys(after).filter((table) => after[table] !== before[table])
  expect(written.sort()).toEqual([
    'clients',
    'messages',
    'rate_limits',
    'request_answers',
    'reservations',
    'status_history',
  ])
})

test('a decision whose last hook fails changes nothing either', async () => {
  const payload = await house()
  const property = await aProperty()
  const body = aRequest(property)
  await api.request({ body })
  const { docs } = await payload.find({
    collection: 'reservations',
    overrideAccess: true,
    where: { requestKey: { equals: body.requestKey } },
  })
  const before = await checksums()
  const decision = inLastHook(
    async () => {
      throw new Error('the last hook failed')
    },
    () =>
      payload.update({
        collection: 'reservations',
        id: docs[0]?.id ?? 0,
        overrideAccess: true,
        context: { actor: 'systeme' },
        data: { status: 'annulee' },
      }),
  )
  await expect(decision).rejects.toThrow('the last hook failed')
  expect(await checksums()).toEqual(before)
  expect(await count('reservations', `status = 'annulee'`)).toBe(0)
})
