import { lstatSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { CannotRun } from '@/scripts/command'
import { inRoot } from '@/scripts/paths'
import type { Environment } from '@/scripts/process'
import { buildAll } from '@/scripts/siteBuild'
import type { Bench } from './databases'
import { fill, sizeOf } from './fill'
import { insist } from './booking'
import { ask, load, median } from './load'
import { aimed, plain, type Line } from './report'
import { BARE, buildBare, makeBareTables, serveBare } from './bareSite'
import { memoryOf, startSite, type Server } from './servers'
import { wisher } from './wish'

const ROWS = 1_000
const ROUNDS = 5
const EARLY = 10_000
const LATE = 90_000

/** From nothing to the first answered booking, what the process holds then, and what lies on the disk. */
export async function measureStart(bench: Bench, env: Environment): Promise<Line[]> {
  const built = { ours: await buildOurs(), bare: await buildBare(env) }
  await bench.create('bench_start')
  await bench.on('bench_start', (sql) => fill(sql, ROWS, String(env.PAYLOAD_SECRET)))
  await bench.create('bench_bare_start', true)
  const ownEnv = { ...env, DATABASE_URL: bench.urlOf('bench_start') }
  const bareEnv = { ...env, DATABASE_URL: bench.urlOf('bench_bare_start') }
  await makeBareTables(bareEnv)
  const ours: number[] = []
  const bare: number[] = []
  // In turns, so that a busy moment of the machine, or its cold files, meet both.
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await firstAnswer(() => serveBare(bareEnv), note))
    ours.push(await firstAnswer(() => startSite('start', ownEnv), wish))
  }
  const beside = ours.map((seconds, round) => seconds / (bare[round] ?? Number.NaN))
  const site = await startSite('start', ownEnv)
  try {
    insist(await load(1, 1, wish(site.url)), '201')
    const rest = memoryOf(site.process)
    const slots = `${site.url}/api/properties/1/slots?from=2026-12-01&to=2026-12-14`
    const look = async (times: number) => {
      insist(await load(times, 16, () => fetch(slots).then(drained)), '200')
      return memoryOf(site.process)
    }
    const early = await look(EARLY)
    const late = await look(LATE)
    return [
      aimed('start to the first answered booking, to a bare create', median(beside), '<=', 2),
      plain('  ours, s', median(ours)),
      plain('  bare Payload and Next, s', median(bare)),
      plain('memory after the first booking, MB', rest),
      plain(`  after ${EARLY} requests more, MB`, early),
      aimed(`memory after ${EARLY + LATE} requests to after ${EARLY}`, late / early, '<=', 1.1),
      plain('install: node_modules, MB', megabytes(inRoot('node_modules'))),
      aimed('build from nothing, to a bare one', built.ours / built.bare, '<=', 1.25),
      plain('  ours, s', built.ours),
      plain('  bare Payload and Next, s', built.bare),
      ...sizes(megabytes(inRoot('.next'), 'cache'), megabytes(path.join(BARE, '.next'), 'cache')),
    ]
  } finally {
    await site.stop()
    for (const name of ['bench_start', 'bench_bare_start']) await bench.drop(name)
  }
}

/** Seconds, with no cache of an earlier one; `npm run build` does the same. */
async function buildOurs(): Promise<number> {
  rmSync(inRoot('.next'), { recursive: true, force: true })
  const said: string[] = []
  const began = performance.now()
  if ((await buildAll((text) => said.push(text))) !== 0)
    throw new CannotRun(`The site does not build.\n${said.join('')}`)
  return (performance.now() - began) / 1_000
}

const sizes = (ours: number, bare: number) => [
  aimed('size of the build without cache, to a bare one', ours / bare, '<=', 1.25),
  plain('  ours, MB', ours),
  plain('  bare Payload and Next, MB', bare),
]

let wishes = 0
const wish = (url: string) => wisher(url, sizeOf(ROWS).properties, wishes++)

const note = (url: string) => () =>
  ask(`${url}/api/notes`, { method: 'POST', body: JSON.stringify({ title: 'Villa à Mpila' }) })

type Work = () => Promise<{ status: number }>

/** Seconds from nothing to the first answered create. */
async function firstAnswer(
  start: () => Promise<Server>,
  work: (url: string) => Work,
): Promise<number> {
  const began = performance.now()
  const server = await start()
  try {
    insist(await load(1, 1, work(server.url)), '201')
    return (performance.now() - began) / 1_000
  } finally {
    await server.stop()
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
