import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { inData } from '@/scripts/paths'
import { heading, say } from '@/scripts/say'

export type Line = {
  name: string
  value: number
  target?: { than: '<=' | '>='; value: number }
}
export const plain = (name: string, value: number): Line => ({ name, value })

export const aimed = (name: string, value: number, than: '<=' | '>=', target: number): Line => ({
  name,
  value,
  target: { than, value: target },
})

export type Results = Record<string, Line[]>

const isMet = ({ value, target }: Line) =>
  !target || (target.than === '<=' ? value <= target.value : value >= target.value)

const shown = (value: number) =>
  Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 100 ? 2 : 0)

export function tell(title: string, lines: Line[]): void {
  heading(title)
  for (const line of lines) {
    const { name, value, target } = line
    const aim = target ? `${target.than} ${shown(target.value)}`.padEnd(9) : ''
    const verdict = target ? (isMet(line) ? 'met' : 'MISSED') : ''
    say(`${name.padEnd(58)} ${shown(value).padStart(9)}  ${aim} ${verdict}`.trimEnd())
  }
}

/** @returns how many targets were missed */
export function keep(results: Results, rows: readonly number[]): number {
  const machine = {
    node: process.version,
    cores: cpus().length,
    cpu: cpus()[0]?.model ?? '',
    memory: totalmem(),
  }
  const file = inData('bench.json')
  writeFileSync(
    file,
    `${JSON.stringify({ at: new Date().toISOString(), machine, rows, results }, null, 2)}\n`,
  )
  const lines = Object.values(results).flat()
  const aims = lines.filter(({ target }) => target)
  const missed = aims.filter((line) => !isMet(line))
  heading('Summary')
  say(
    `${aims.length - missed.length} of ${aims.length} targets met; all figures in .data/bench.json`,
  )
  return missed.length
}
