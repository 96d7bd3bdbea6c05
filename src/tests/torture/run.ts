import { writeFileSync } from 'node:fs'
import { CannotRun, command, flag, onStop, option } from '@/scripts/command'
import { inData } from '@/scripts/paths'
import { endAll } from '@/scripts/process'
import { say } from '@/scripts/say'
import { clientActor, editorActor, ownerActor, type Storm } from './actors'
import { calm, tell } from './aftermath'
import { BREAKS, controlOf, isBreak, saboteurActor, takeAway, type Break } from './breaks'
import { checkAll } from './checks'
import type { Line } from './counting'
import { tryControls } from './controls'
import { faultActor } from './faults'
import { openHouse, type House } from './house'
import { intruderActor } from './intruder'
import { killedAtEachStatement } from './killed'
import { emptyJournal, type Journal } from './journal'
import { randomOf } from './random'
import { upgrade } from './upgrade'

const CLIENTS = 6
/** Milliseconds a short storm may take more, until each line was put to the test. */
const LONGER = 180_000

function options() {
  const minutes = Number(option('minutes') ?? 10)
  const seed = Number(option('seed') ?? Math.floor(Math.random() * 2 ** 31))
  const broken = option('break')
  if (!(minutes > 0 && minutes <= 600)) throw new CannotRun('--minutes takes 0.5 to 600.')
  if (!Number.isSafeInteger(seed)) throw new CannotRun('--seed takes a whole number.')
  if (broken !== undefined && !isBreak(broken))
    throw new CannotRun(`--break takes one of: ${Object.keys(BREAKS).join(', ')}.`)
  const upgrading = flag('upgrade') || (broken !== undefined && controlOf(broken).upgrade === true)
  return { minutes, seed, broken, upgrading }
}

async function rage(storm: Storm, broken: Break | undefined): Promise<void> {
  const { random } = storm
  const own = () => ({ ...storm, random: random.branch() })
  if (broken) await takeAway(storm, broken)
  await Promise.all([
    ...Array.from({ length: CLIENTS }, () => clientActor(own())),
    ownerActor(own()),
    editorActor(own()),
    intruderActor(own()),
    faultActor(own(), broken && controlOf(broken).fault),
    ...(broken ? [saboteurActor(own(), broken)] : []),
  ])
}

/** @returns 0 when all was kept and put to the test; a control has done its work when this is 1 */
function judge(lines: Line[], broken: Break | undefined): number {
  const red = lines.filter((line) => line.broken > 0)
  if (!broken) return red.length === 0 && lines.every((line) => line.tried > 0) ? 0 : 1
  const { promise } = controlOf(broken)
  const noticed = red.some((line) => line.promise === promise)
  say(`\nThe control "${broken}" was ${noticed ? 'noticed' : 'NOT noticed'}: ${promise}.`)
  return red.length === 0 ? 0 : 1
}

/** Of all faults the last that a line of the table needs. */
const metTwoBuilds = ({ confirmed }: Journal) => confirmed.length > 0

async function torture(storm: Storm, minutes: number, broken: Break | undefined): Promise<Line[]> {
  if (!broken) say('A booking is killed at each of its statements …')
  const killed = broken ? [] : [await killedAtEachStatement(storm)]
  say('The storm begins …')
  const until = Date.now() + minutes * 60_000
  const { tried = () => true } = broken ? controlOf(broken) : { tried: metTwoBuilds }
  const over = () => Date.now() > until && (tried(storm.journal) || Date.now() > until + LONGER)
  const raging = { ...storm, over }
  await rage(raging, broken)
  say('The storm is over: what was promised is counted.')
  await calm(raging)
  return [...killed, ...(await checkAll(raging))]
}

await command(async () => {
  const { minutes, seed, broken, upgrading } = options()
  let open: House | null = null
  onStop(async () => {
    await open?.close()
    await endAll()
    process.exit(130)
  })
  if (flag('controls')) return tryControls(seed, option('controls'))
  say(
    `Seed ${seed}, ${upgrading ? 'an upgrade' : `${minutes} minutes`}${broken ? `, without ${broken}` : ''}. ` +
      `Again: npm run torture -- --seed ${seed} ${upgrading ? '--upgrade' : `--minutes ${minutes}`}`,
  )
  const random = randomOf(seed)
  const house = await openHouse(random.branch(), {
    loses: broken === 'liar',
    strange: broken === 'form',
    alone: broken === 'file',
    old: upgrading,
    from: option('from'),
  })
  open = house
  const storm: Storm = { house, journal: emptyJournal(), random, over: () => false }
  try {
    if (!house.disk) say('Without root no small disk can be mounted: it never runs full.')
    const lines = upgrading
      ? await upgrade(storm, (member) => (broken === 'abrupt' ? member.kill() : member.end()))
      : await torture(storm, minutes, broken)
    tell(storm, lines)
    writeFileSync(inData('torture.json'), JSON.stringify({ seed, minutes, broken, lines }, null, 1))
    return judge(lines, broken)
  } finally {
    await house.close()
    await endAll()
  }
})
