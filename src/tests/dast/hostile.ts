import fc from 'fast-check'
import {
  bodies,
  form,
  FORM_DOORS,
  forms,
  JSON_DOORS,
  queries,
  QUERY_DOORS,
} from '@/tests/support/hostile'
import type { Line } from './report'
import type { Target } from './target'

/** Ten thousand requests that nobody should send, and what the server still holds afterwards. */

const ALL = 10_000
/** The heap is measured first when everything is loaded that such requests load. */
const WARM = 1_000
const TOGETHER = 8
/** Heap after all of them to heap after the first ones; a leak of one kilobyte each is 1.1. */
const MOST = 1.1

type Sent = { path: string; init: RequestInit }

const inForm = { 'Content-Type': 'application/x-www-form-urlencoded' }
const inJson = { 'Content-Type': 'application/json' }

const anything: fc.Arbitrary<Sent> = fc.oneof(
  fc.tuple(fc.constantFrom(...JSON_DOORS, '/api/users/login'), bodies).map(([path, body]) => ({
    path,
    init: { method: 'POST', headers: inJson, body: JSON.stringify(body) },
  })),
  fc.tuple(fc.constantFrom(...FORM_DOORS), forms).map(([path, fields]) => ({
    path,
    init: { method: 'POST', headers: inForm, body: form(fields) },
  })),
  fc
    .tuple(fc.constantFrom(...QUERY_DOORS), queries)
    .map(([path, query]) => ({ path: `${path}?${form(query)}`, init: {} })),
  fc
    .tuple(fc.constantFrom(...JSON_DOORS), fc.uint8Array({ maxLength: 2_000 }))
    .map(([path, bytes]) => ({
      path,
      init: { method: 'POST', headers: inJson, body: new Uint8Array(bytes) },
    })),
)

export async function tryHostile({ tap, heap }: Target): Promise<Line[]> {
  const seed = Date.now() & 0xffffff
  tap.take()
  const sent = fc.sample(anything, { numRuns: ALL, seed })
  await sendAll(tap.url, sent.slice(0, WARM))
  const early = await heap()
  await sendAll(tap.url, sent.slice(WARM))
  const late = await heap()
  const statuses = tap.take()
  const bad = [...statuses].filter(([status]) => status >= 500 || status === 0)
  const megabytes = (bytes: number) => Math.round(bytes / 1_048_576)
  return [
    {
      tool: 'fast-check',
      target: `bodies, forms, queries, bytes (seed ${seed})`,
      tried: [...statuses.values()].reduce((sum, times) => sum + times, 0),
      findings: bad.map(([status, times]) => `${times} answers ${status}`),
    },
    {
      tool: 'fast-check',
      target: `heap ${megabytes(early)} MB after ${WARM}, ${megabytes(late)} MB after ${ALL}`,
      tried: ALL,
      findings: late / early > MOST ? [`it grew to ${(late / early).toFixed(2)} of it`] : [],
    },
  ]
}

async function sendAll(base: string, all: Sent[]): Promise<void> {
  const rest = all[Symbol.iterator]()
  const lane = async () => {
    for (const { path, init } of rest) {
      // The tap has counted an answer that is missing.
      const answer = await fetch(base + path, { ...init, redirect: 'manual' }).catch(() => null)
      await answer?.arrayBuffer()
    }
  }
  await Promise.all(Array.from({ length: TOGETHER }, lane))
}
