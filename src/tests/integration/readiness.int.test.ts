import { expect, test } from 'vitest'
import { GET as healthz } from '@/app/healthz/route'
import { GET as describeRoute } from '@/app/programmes/openapi.json/route'
import { GET as readyz } from '@/app/readyz/route'
import { announceStop } from '@/stopping'
import { startWorker } from '@/worker/run'
import { house } from '@/tests/support/house'
import { count, rows } from '@/tests/support/sql'
import { waitUntil } from '@/tests/support/waitUntil'

type Readiness = { code: number; status: string; checks: Record<string, unknown> }

const ready = async (): Promise<Readiness> => {
  const answer = await readyz()
  return { code: answer.status, ...((await answer.json()) as Omit<Readiness, 'code'>) } // as: what the tests below look at.
}

test('the process says that it lives', async () => {
  const answer = await healthz()
  expect(answer.status).toBe(200)
})

test('without SMTP and without a worker the service is degraded, and still answers 200', async () => {
  await house()
  expect(await ready()).toEqual({
    code: 200,
    status: 'degraded',
    checks: {
      database: { status: 'ok', detail: 'answers' },
      migrations: { status: 'ok', detail: expect.stringMatching(/^\d+ applied$/) },
      worker: { status: 'degraded', detail: 'no worker is running' },
      mail: {
        status: 'degraded',
        detail: 'no SMTP_URL: 0 messages wait, readable on the site',
      },
    },
  })
})

test('a worker shows within seconds, and as late when it was not seen for a while', async () => {
  const worker = await startWorker(await house())
  await waitUntil('it beats', async () => (await count('worker_heartbeats')) > 0)
  const { checks } = await ready()
  expect(checks).toMatchObject({ worker: { status: 'ok' } })
  await worker.stop()
  await rows(`insert into worker_heartbeats values ('dead', now() - interval '5 minutes')`)
  expect((await ready()).checks).toMatchObject({
    worker: { status: 'degraded', detail: 'not seen for 300 s' },
  })
})

test('a server that was asked to stop is down while it still answers', async () => {
  announceStop()
  const answer = await ready()
  expect([answer.code, answer.status]).toEqual([503, 'down'])
  expect(answer.checks).toMatchObject({ database: { status: 'ok' } })
  const life = await healthz()
  expect([life.status, await life.json()]).toEqual([200, { status: 'stopping' }])
  announceStop(false)
  expect((await ready()).code).toBe(200)
})

test('a database that is not migrated is down: 503', async () => {
  await rows(`delete from payload_migrations where id = (select max(id) from payload_migrations)`)
  const answer = await ready()
  expect([answer.code, answer.status]).toEqual([503, 'down'])
  expect(answer.checks).toMatchObject({
    migrations: { status: 'down', detail: '1 missing: run npm run migrate' },
  })
})

test('what cannot be read is told as an interruption, by the description of the API too', async () => {
  await rows('alter table settings rename to settings_away')
  try {
    const said = async (language: string) => {
      const headers = { 'Accept-Language': language }
      const answer = await describeRoute(
        new Request('http://localhost/programmes/openapi.json', { headers }),
      )
      expect(answer.status).toBe(503)
      return answer.text()
    }
    expect(await said('fr-CG')).toContain('Le service est interrompu un moment.')
    expect(await said('en')).toContain('The service is interrupted for a moment.')
  } finally {
    await rows('alter table settings_away rename to settings')
  }
})
