import { writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotRun, command, onStop, option } from '@/scripts/command'
import { inData } from '@/scripts/paths'
import { endAll } from '@/scripts/process'
import { heading, say } from '@/scripts/say'
import { clientActor, editorActor, insist, ownerActor, type Storm } from './actors'
import { BREAKS, isBreak, saboteurActor, takeAway, type Break } from './breaks'
import { checkAll, type Line } from './checks'
import { COMMIT_WORKS, faultActor } from './faults'
import { openHouse, untilReady, type House } from './house'
import { intruderActor } from './intruder'
import { killedAtEachStatement } from './killed'
import { emptyJournal } from './journal'
import { randomOf } from './random'

const CLIENTS = 6

function options() {
  const minutes = Number(option('minutes') ?? 10)
  const seed = Number(option('seed') ?? Math.floor(Math.random() * 2 ** 31))
  const broken = option('break')
  if (!(minutes > 0 && minutes <= 600)) throw new CannotRun('--minutes takes 0.5 to 600.')
  if (!Number.isSafeInteger(seed)) throw new CannotRun('--seed takes a whole number.')
  if (broken !== undefined && !isBreak(broken))
    throw new CannotRun(`--break takes one of: ${Object.keys(BREAKS).join(', ')}.`)
  return { minutes, seed, broken }
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
    faultActor(own()),
    ...(broken ? [saboteurActor(own(), broken)] : []),
  ])
}

/** Everything stands again; whoever never got an answer asks once more; the outbox empties. */
async function calm(storm: Storm): Promise<void> {
  const { house, journal } = storm
  house.mail.set('well')
  for (const line of house.lines) line.cut(0)
  for (const member of [...house.web, ...house.workers]) member.start()
  if ((await untilReady(house, 60)) === null) throw new Error('the house never stood again')
  await house.sql.query(COMMIT_WORKS)
  for (const asked of journal.asked.filter(({ lost }) => lost > 0)) await insist(storm, asked, 3)
  await house.sql.query(
    `update messages set next_attempt_at = now() where channel = 'email' and state in ('a_envoyer', 'echouee')`,
  )
  const until = Date.now() + 180_000
  while (Date.now() < until && (await waiting(house)) > 0) await pause(1_000)
}

async function waiting({ sql }: House): Promise<number> {
  const { rows } = await sql.query<{ n: number }>(
    `select count(*)::int as n from messages
     where channel = 'email' and state in ('a_envoyer', 'echouee', 'en_cours')`,
  )
  return rows[0]?.n ?? 0
}

function table(lines: Line[]): void {
  heading('Promises')
  const width = Math.max(...lines.map(({ promise }) => promise.length))
  for (const { promise, tried, broken, example } of lines)
    say(
      `${broken === 0 ? (tried > 0 ? 'kept  ' : 'UNTRIED') : 'BROKEN'} ${promise.padEnd(width)} ` +
        `tried ${String(tried).padStart(6)}  broken ${broken}${example ? `  (${example})` : ''}`,
    )
}

/** @returns 0 when all is as it should be: all kept, or, under a control, its own line red */
function judge(lines: Line[], broken: Break | undefined): number {
  if (!broken) return lines.every((line) => line.broken === 0 && line.tried > 0) ? 0 : 1
  const { promise } = BREAKS[broken]
  const red = lines.some((line) => line.promise === promise && line.broken > 0)
  say(
    red
      ? `\nThe control "${broken}" was noticed: ${promise}.`
      : `\nThe control "${broken}" was NOT noticed.`,
  )
  return red ? 0 : 1
}

await command(async () => {
  const { minutes, seed, broken } = options()
  let open: House | null = null
  onStop(async () => {
    await open?.close()
    await endAll()
    process.exit(130)
  })
  say(
    `Seed ${seed}, ${minutes} minutes${broken ? `, without ${broken}` : ''}. Again: npm run torture -- --seed ${seed} --minutes ${minutes}`,
  )
  const random = randomOf(seed)
  const house = await openHouse(random.branch(), { loses: broken === 'liar' })
  open = house
  if (!house.disk) say('Without root no small disk can be mounted: it never runs full.')
  let until = 0
  const storm: Storm = { house, journal: emptyJournal(), random, over: () => Date.now() > until }
  try {
    if (!broken) say('A booking is killed at each of its statements …')
    const killed = broken ? [] : [await killedAtEachStatement(storm)]
    say('The storm begins …')
    until = Date.now() + minutes * 60_000
    await rage(storm, broken)
    say('The storm is over: what was promised is counted.')
    await calm(storm)
    const lines = [...killed, ...(await checkAll(storm))]
    heading('Faults')
    for (const [name, times] of storm.journal.faults) say(`${String(times).padStart(4)}  ${name}`)
    heading('Answers')
    for (const [status, times] of [...storm.journal.statuses].sort())
      say(`${String(times).padStart(6)}  ${status}`)
    table(lines)
    writeFileSync(inData('torture.json'), JSON.stringify({ seed, minutes, broken, lines }, null, 1))
    return judge(lines, broken)
  } finally {
    await house.close()
    await endAll()
  }
})
