import { heading, say } from '@/scripts/say'
import { EXPLAINED } from './explained'
import type { Tap } from './tap'

/** One line of the table: what a tool did to one target. */
export type Line = {
  tool: string
  target: string
  /** What was tried, counted: requests, paths or connections. */
  tried: number
  findings: string[]
  /** Answers by status, where they went through the tap. */
  statuses?: Map<number, number>
  /** Why the tool did not do its work; such a line fails. */
  untried?: string
}

/** Counts what a tool sends through the tap while it works. */
export async function counted(tap: Tap, work: () => Promise<Omit<Line, 'tried'>>): Promise<Line> {
  tap.take()
  const line = await work()
  const statuses = tap.take()
  const tried = [...statuses.values()].reduce((sum, times) => sum + times, 0)
  return {
    ...line,
    tried,
    statuses,
    untried: line.untried ?? (tried === 0 ? 'nothing came' : undefined),
  }
}

export const unexplained = ({ tool, findings }: Line) =>
  findings.filter(
    (finding) => !EXPLAINED.some((known) => known.tool === tool && known.finding.test(finding)),
  )

const isBad = (line: Line) => line.untried !== undefined || unexplained(line).length > 0

function verdictOf(line: Line): string {
  if (line.untried !== undefined) return `NOT DONE: ${line.untried}`
  const left = unexplained(line).length
  if (left > 0) return `${left} FOUND`
  return line.findings.length > 0 ? 'explained' : 'clean'
}

/** What was answered: a line that met nothing but refusals has not seen much. */
const answers = ({ statuses = new Map() }: Line) =>
  statuses.size === 0
    ? ''
    : ` (${[...statuses]
        .sort(([one], [other]) => one - other)
        .map(([status, times]) => `${status}×${times}`)
        .join(' ')})`

/** @returns how many lines are bad */
export function tell(lines: Line[]): number {
  heading('Findings')
  const width = Math.max(...lines.map(({ target }) => target.length))
  for (const line of lines) {
    const { tool, target, tried, findings } = line
    say(
      `${tool.padEnd(12)} ${target.padEnd(width)} tried ${String(tried).padStart(6)}  ` +
        `found ${String(findings.length).padStart(3)}  ${verdictOf(line)}${answers(line)}`,
    )
    for (const finding of new Set(unexplained(line))) say(`             ${finding}`)
  }
  const said = new Set<string>()
  for (const { tool, findings } of lines)
    for (const { tool: whose, finding, reason } of EXPLAINED)
      if (whose === tool && findings.some((found) => finding.test(found))) said.add(reason)
  if (said.size > 0) heading('Explained')
  for (const reason of said) say(`- ${reason}`)
  return lines.filter(isBad).length
}
