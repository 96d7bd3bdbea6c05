import { setTimeout as pause } from 'node:timers/promises'
import { CannotRun } from '@/scripts/command'
import { ROOT } from '@/scripts/paths'
import { run, scriptArguments } from '@/scripts/process'
import { progress, say } from '@/scripts/say'
import { calm } from './aftermath'
import { clientActor, ownerActor, type Storm } from './actors'
import { checkAll } from './checks'
import type { Line } from './counting'
import { untilReady } from './house'
import type { Member } from './member'
import { startProxy } from './proxy'
import { walk } from './walker'

/**
 * An upgrade as src/deploy/UPGRADE.md has it, under load and behind a proxy: the tables first, then one
 * server after the other. Nobody asks twice here: every answer that does not come counts.
 */

/** All come from the proxy's one address: limits per address are another test's matter. */
const NO_LIMITS = 'delete from rate_limits'
const CLIENTS = 4
const BEFORE = 8_000
const AFTER = 5_000

async function walker(storm: Storm): Promise<void> {
  const [line] = storm.house.lines
  while (line && !storm.over()) {
    await walk(storm, { shows: line, takes: line })
    await pause(storm.random.below(300))
  }
}

/** @param stop how a server is ended: asked, unless a control wants it otherwise */
export async function upgrade(
  storm: Storm,
  stop: (member: Member) => Promise<void>,
): Promise<Line[]> {
  const { house } = storm
  const proxy = await startProxy(house.ports)
  say(`Behind ${proxy.name}.`)
  const line = { port: proxy.port, cut: () => undefined, slow: () => undefined, stop: proxy.stop }
  let over = false
  const generous = setInterval(
    () => void house.sql.query(NO_LIMITS).catch(() => undefined), // Next time, then.
    500,
  )
  const outside: Storm = { ...storm, house: { ...house, lines: [line] }, over: () => over }
  const own = () => ({ ...outside, random: storm.random.branch() })
  const people = Promise.all([
    ...Array.from({ length: CLIENTS }, () => clientActor(own())),
    ownerActor(own()),
    walker(own()),
  ])
  try {
    await pause(BEFORE)
    await step('npm run migrate', async () => {
      const options = { env: house.env, onOutput: () => undefined }
      if ((await run(process.execPath, scriptArguments('migrate'), options)) !== 0)
        throw new CannotRun('npm run migrate failed while the old servers ran.')
    })
    for (const member of [...house.web, ...house.workers])
      await step(`${member.name} is replaced`, async () => {
        await stop(member)
        member.start({ folder: ROOT })
        if ((await untilReady(house, 90)) === null)
          throw new CannotRun(`${member.name} was not ready after 90 s.`)
      })
    await pause(AFTER)
  } finally {
    over = true
    await people
    clearInterval(generous)
    await proxy.stop()
  }
  const { statuses, unanswered, failures } = storm.journal
  const answered = [...statuses.values()].reduce((sum, each) => sum + each, 0)
  const refused = [...statuses].flatMap(([status, times]) =>
    status >= 500 ? Array.from({ length: times }, () => String(status)) : [],
  )
  await calm(storm)
  const checked = await checkAll(storm)
  return [
    {
      promise: 'no request without an answer',
      tried: answered + unanswered.length,
      broken: unanswered.length,
      example: unanswered[0],
    },
    {
      promise: 'no answer that the house is closed (5xx)',
      tried: answered,
      broken: refused.length,
      example: failures[0] ?? refused[0],
    },
    // What no fault and no intruder put to the test is another run's matter.
    ...checked.filter(({ tried }) => tried > 0),
  ]
}

async function step(label: string, work: () => Promise<void>): Promise<void> {
  const line = progress(label)
  const from = Date.now()
  await work()
  line.done(`${Math.round((Date.now() - from) / 1_000)} s`)
}
