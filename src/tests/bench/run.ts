import { mkdirSync } from 'node:fs'
import { CannotRun, command, option, stopAsked } from '@/scripts/command'
import { DATA } from '@/scripts/paths'
import { endAll, type Environment } from '@/scripts/process'
import { say } from '@/scripts/say'
import { settingsWith } from '@/scripts/settings'
import { buildSite, isBuildFresh } from '@/scripts/siteBuild'
import { testEnvironment } from '@/scripts/testEnvironment'
import { measureBooking } from './booking'
import { openBench, type Bench } from './databases'
import { keep, tell, type Line, type Results } from './report'
import { measureReads } from './reads'
import { measurePages } from './pages'
import { measureStart } from './start'
import { measureWorker } from './worker'

type Part = {
  title: string
  run: (bench: Bench, env: Environment, rows: number[]) => Promise<Line[]>
}

const PARTS: Record<string, Part> = {
  booking: { title: 'Booking beside the floor and a bare create', run: measureBooking },
  start: { title: 'Start, memory and size', run: measureStart },
  pages: { title: 'Pages of the portal, gzip', run: measurePages },
  worker: { title: 'Worker', run: measureWorker },
  reads: { title: 'Reads and bookings as the tables grow', run: measureReads },
}
/** A million takes four minutes more to fill: ask for it with --rows 1000,100000,1000000. */
const ROWS = '1000,100000'

function options() {
  const only = option('only')
  if (only !== undefined && !(only in PARTS))
    throw new CannotRun(`--only takes one of: ${Object.keys(PARTS).join(', ')}.`)
  const rows = (option('rows') ?? ROWS).split(',').map(Number)
  if (rows.some((count) => !Number.isSafeInteger(count) || count < 1_000))
    throw new CannotRun('--rows takes whole numbers from 1000 on, smallest first.')
  return { rows, parts: Object.entries(PARTS).filter(([name]) => !only || name === only) }
}

async function measure(parts: [string, Part][], rows: number[], env: Environment): Promise<number> {
  if (!isBuildFresh() && (await buildSite()) !== 0) throw new CannotRun('The site does not build.')
  const bench = await openBench(env)
  const results: Results = {}
  try {
    for (const [name, { title, run }] of parts) {
      say(`\nMeasuring: ${title} …`)
      tell(title, (results[name] = await run(bench, env, rows)))
    }
  } finally {
    await endAll()
    await bench.close()
  }
  return keep(results, rows)
}

await command(async () => {
  const { rows, parts } = options()
  await settingsWith()
  mkdirSync(DATA, { recursive: true })
  const env: Environment = {
    ...testEnvironment(),
    NODE_ENV: 'production',
    SCIM_WORKER: 'off',
    // The bench speaks as many clients, each with an address of its own.
    TRUSTED_PROXIES: '127.0.0.1',
  }
  const stopped = stopAsked().then(() => 'stopped' as const)
  const missed = await Promise.race([measure(parts, rows, env), stopped])
  if (missed === 'stopped') throw new CannotRun('\nStopped.')
  // Missed targets are told; the run itself did its work.
  return 0
})
