import type { Bench } from './databases'
import { fill, sizeOf } from './fill'
import { ask, load, median, type Run } from './load'
import { aimed, plain, type Line } from './report'
import { startBare } from './bareSite'
import { startFloor, startSite } from './servers'
import { wisher } from './wish'
import type { Environment } from '@/scripts/process'

const ROUNDS = 15
/** A server that has run for a while: V8 has compiled what is hot (about two thousand bookings). */
const WARM = 2_000
const ROWS = 1_000

/** A booking under all rules beside the floor and beside a bare create, in turns. */
export async function measureBooking(bench: Bench, env: Environment): Promise<Line[]> {
  const { properties } = sizeOf(ROWS)
  for (const name of ['bench_site', 'bench_floor']) {
    await bench.create(name)
    await bench.on(name, (sql) => fill(sql, ROWS, String(env.PAYLOAD_SECRET)))
  }
  await bench.create('bench_bare', true)
  const on = (name: string) => ({ ...env, DATABASE_URL: bench.urlOf(name) })
  const site = await startSite('site', on('bench_site'))
  const twin = await startSite('twin', on('bench_site'))
  const floor = await startFloor(on('bench_floor'))
  const bare = await startBare(on('bench_bare'))
  const body = JSON.stringify({
    title: 'Villa à Mpila',
    phone: '+242066123456',
    email: 'awa@example.com',
    startsAt: '2026-12-01T08:00:00.000Z',
    text: 'Je viendrai avec ma sœur, plutôt en fin de matinée si possible.',
  })
  const works = {
    site: wisher(site.url, properties),
    floor: wisher(floor.url, properties),
    bare: () => ask(`${bare.url}/api/notes`, { method: 'POST', body }),
  }
  try {
    for (const work of Object.values(works)) insist(await load(WARM, 16, work), '201')
    const one = await rounds(works, 80, 1)
    const many = await rounds(works, 400, 16)
    const statements = await bench.statements(works.site)
    const crowd = await load(200, 200, works.site)
    const both = await together([site.url, twin.url], properties)
    const wrong = Object.keys(crowd.statuses).filter(
      (status) => !/^(2..|409|429|503)$/.test(status),
    )
    return [
      aimed('booking, 16 clients, of the floor', ofEach(many, rate, 'floor'), '>=', 0.25),
      aimed('booking, 16 clients, of a bare create', ofEach(many, rate, 'bare'), '>=', 0.7),
      aimed('booking, 1 client, p50 to a bare create', ofEach(one, p50, 'bare'), '<=', 2.5),
      aimed('booking, SQL statements', statements, '<=', 12),
      aimed('200 clients at once, answers but 2xx, 409, 429, 503', wrong.length, '<=', 0),
      ...Object.entries(many).map(([name, runs]) =>
        plain(`  ${name}, 16 clients, per second`, median(runs.map(rate))),
      ),
      ...Object.entries(one).map(([name, runs]) =>
        plain(`  ${name}, 1 client, p50 ms`, median(runs.map(p50))),
      ),
      plain('  200 clients at once, p95 ms', crowd.p95),
      plain('  two servers on one database, 16 clients, per second', both.perSecond),
    ]
  } finally {
    for (const server of [site, twin, floor, bare]) await server.stop()
    for (const name of ['bench_site', 'bench_floor', 'bench_bare']) await bench.drop(name)
  }
}

type Works = Record<'site' | 'floor' | 'bare', () => Promise<{ status: number }>>
type Runs = Record<keyof Works, Run[]>

/** The three in turns, so that a busy moment of the machine meets all of them. */
async function rounds(works: Works, times: number, atOnce: number): Promise<Runs> {
  const runs: Runs = { site: [], floor: [], bare: [] }
  for (let round = 0; round < ROUNDS; round += 1)
    for (const name of ['floor', 'bare', 'site'] as const)
      runs[name].push(insist(await load(times, atOnce, works[name]), '201'))
  return runs
}

const rate = ({ perSecond }: Run) => perSecond
const p50 = (run: Run) => run.p50

/** The site's figure to another's within a round, as the median of all rounds. */
const ofEach = (runs: Runs, figure: (run: Run) => number, other: 'floor' | 'bare') =>
  median(
    runs.site.map((run, round) => {
      const beside = runs[other][round]
      return beside ? figure(run) / figure(beside) : Number.NaN
    }),
  )

/** Servers on one database. */
async function together(urls: string[], properties: number): Promise<Run> {
  const work = wisher(urls, properties, 10 * WARM)
  insist(await load(2 * WARM, 16, work), '201')
  return insist(await load(1_200, 16, work), '201')
}

/** A figure about refusals would be no figure about bookings. */
export function insist(run: Run, status: string): Run {
  const others = Object.keys(run.statuses).filter((one) => one !== status)
  if (others.length > 0) throw new Error(`answers: ${JSON.stringify(run.statuses)}`)
  return run
}
