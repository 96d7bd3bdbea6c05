import { lstatSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { inRoot } from '@/scripts/paths'
import type { Environment } from '@/scripts/process'
import type { Bench } from './databases'
import { fill, sizeOf } from './fill'
import { insist } from './booking'
import { load } from './load'
import type { Line } from './report'
import { memoryOf, startRival, startSite } from './servers'
import { wisher } from './wish'

const ROWS = 1_000
const EARLY = 2_000
const LATE = 6_000

/** From nothing to the first answered booking, what the process holds then, and what lies on the disk. */
export async function measureStart(bench: Bench, env: Environment): Promise<Line[]> {
  await bench.create('bench_start')
  await bench.on('bench_start', (sql) => fill(sql, ROWS, String(env.PAYLOAD_SECRET)))
  await bench.create('bench_bare_start', true)
  const began = performance.now()
  const site = await startSite('start', { ...env, DATABASE_URL: bench.urlOf('bench_start') })
  try {
    const book = wisher(site.url, sizeOf(ROWS).properties)
    insist(await load(1, 1, book), '201')
    const first = (performance.now() - began) / 1_000
    const rest = memoryOf(site.process)
    const slots = `${site.url}/api/properties/1/slots?from=2026-12-01&to=2026-12-14`
    const look = async (times: number) => {
      insist(await load(times, 16, () => fetch(slots).then(drained)), '200')
      return memoryOf(site.process)
    }
    const early = await look(EARLY)
    const late = await look(LATE)
    const bareBegan = performance.now()
    const bare = await startRival('bare', { ...env, DATABASE_URL: bench.urlOf('bench_bare_start') })
    const bareFirst = (performance.now() - bareBegan) / 1_000
    await bare.stop()
    return [
      { name: 'start to the first answered booking, s', value: first },
      { name: '  bare Payload without Next, start, s', value: bareFirst },
      { name: 'memory after the first booking, MB', value: rest },
      { name: `  after ${EARLY} requests more, MB`, value: early },
      {
        name: `memory after ${EARLY + LATE} requests to after ${EARLY}`,
        value: late / early,
        target: { than: '<=', value: 1.1 },
      },
      { name: 'install: node_modules, MB', value: megabytes(inRoot('node_modules')) },
      { name: 'build: .next without cache, MB', value: megabytes(inRoot('.next'), 'cache') },
    ]
  } finally {
    await site.stop()
    for (const name of ['bench_start', 'bench_bare_start']) await bench.drop(name)
  }
}

async function drained(answer: Response): Promise<Response> {
  await answer.arrayBuffer()
  return answer
}

function megabytes(folder: string, without?: string): number {
  let bytes = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === without) continue
    const whole = path.join(folder, entry.name)
    bytes += entry.isDirectory() ? megabytes(whole) * 1_048_576 : lstatSync(whole).size
  }
  return bytes / 1_048_576
}
