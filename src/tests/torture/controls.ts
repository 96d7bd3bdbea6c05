import { readFileSync, rmSync } from 'node:fs'
import { inData } from '@/scripts/paths'
import { run } from '@/scripts/process'
import { heading, progress, say } from '@/scripts/say'
import { BREAKS, controlOf, isBreak, type Break } from './breaks'
import type { Line } from './counting'

/** Whether the suite can fail: each protection taken away in turn, and what the table then said. */

const MINUTES = '0.4'
/** Where the machine is busy it takes longer, whatever was taken away. */
const TIMED = 'healthy again within 10 s, without a hand'

type Outcome = { name: Break; promise: string; red: boolean; others: string[] }

async function tryControl(name: Break, seed: number): Promise<Outcome> {
  const file = inData('torture.json')
  rmSync(file, { force: true })
  const bar = progress(name)
  const args = ['--break', name, '--minutes', MINUTES, '--seed', String(seed)]
  const code = await run(
    process.execPath,
    [...process.execArgv, 'src/tests/torture/run.ts', ...args],
    {
      logFile: inData(`torture-control-${name}.log`),
    },
  )
  const { promise, also = [] } = controlOf(name)
  const broken = linesOf(file)
    .filter((line) => line.broken > 0)
    .map((line) => line.promise)
  const red = code === 1 && broken.includes(promise)
  const others = broken.filter((line) => line !== promise && !also.includes(line) && line !== TIMED)
  bar.done(red ? 'noticed' : 'NOT noticed')
  return { name, promise, red, others }
}

function linesOf(file: string): Line[] {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { lines: Line[] }).lines // as: run.ts writes it.
  } catch {
    return [] // The run ended before its table: nothing was noticed, and its log says why.
  }
}

/**
 * @param only names separated by commas; all of them when left out
 * @returns 0 when each turned its line red, and no line that it has nothing to do with
 */
export async function tryControls(seed: number, only?: string): Promise<number> {
  const wanted = (only?.split(',') ?? []).filter(isBreak)
  const names = wanted.length > 0 ? wanted : Object.keys(BREAKS).filter(isBreak)
  const outcomes: Outcome[] = []
  for (const name of names) outcomes.push(await tryControl(name, seed))
  heading('Controls')
  for (const { name, promise, red, others } of outcomes)
    say(
      `${red ? 'red    ' : 'NOT RED'} ${name.padEnd(12)} ${promise}` +
        (others.length > 0 ? `  (BESIDE IT: ${others.join('; ')})` : ''),
    )
  return outcomes.every(({ red, others }) => red && others.length === 0) ? 0 : 1
}
