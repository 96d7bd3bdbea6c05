import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { say } from './say'

const shape = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.string(),
      mutants: z.array(
        z.object({
          mutatorName: z.string(),
          replacement: z.string().default(''),
          status: z.string(),
          location: z.object({ start: z.object({ line: z.number() }) }),
        }),
      ),
    }),
  ),
})

type Survivor = { line: number; source: string; mutator: string; replacement: string }

/** `killed` by a failed test, `endless` by a loop that had to be stopped; the other two lived. */
export type Row = {
  name: string
  killed: number
  endless: number
  survived: number
  unreached: number
  survivors: Survivor[]
}

const ALIVE = ['Survived', 'NoCoverage']

/** Reads Stryker's report (mutation-testing-report-schema), a row a file. */
export function rowsOf(report: unknown): Row[] {
  return Object.entries(shape.parse(report).files).map(([file, { source, mutants }]) => {
    const lines = source.split('\n')
    const count = (wanted: string) => mutants.filter(({ status }) => status === wanted).length
    const alive = mutants.filter(({ status }) => ALIVE.includes(status))
    return {
      name: file.replace(/^src\/domain\/|\.ts$/g, ''),
      killed: count('Killed'),
      endless: count('Timeout'),
      survived: count('Survived'),
      unreached: count('NoCoverage'),
      survivors: alive.map(({ mutatorName, replacement, location: { start } }) => ({
        line: start.line,
        source: lines[start.line - 1]?.trim() ?? '',
        mutator: mutatorName,
        replacement: replacement.replace(/\s+/g, ' '),
      })),
    }
  })
}

export const readMutants = (file: string): Row[] => rowsOf(JSON.parse(readFileSync(file, 'utf8')))

export type Sum = Omit<Row, 'name' | 'survivors'>

/** Of a hundred mutants, how many were noticed; null without any. */
export function scoreOf({ killed, endless, survived, unreached }: Sum): number | null {
  const all = killed + endless + survived + unreached
  return all === 0 ? null : ((killed + endless) / all) * 100
}

export function sumOf(rows: readonly Row[]): Sum {
  const sum = (column: keyof Sum) => rows.reduce((total, row) => total + row[column], 0)
  return {
    killed: sum('killed'),
    endless: sum('endless'),
    survived: sum('survived'),
    unreached: sum('unreached'),
  }
}

function line(name: string, sum: Sum): string {
  const numbers = [sum.killed, sum.endless, sum.survived, sum.unreached]
  const score = scoreOf(sum)?.toFixed(1) ?? '–'
  return `${name.padEnd(22)}${numbers.map((number) => String(number).padStart(10)).join('')}${score.padStart(8)}`
}

/** Prints the table, the weakest file first. */
export function tellMutants(rows: readonly Row[], { survivors }: { survivors: boolean }): void {
  const titles = ['killed', 'endless', 'survived', 'unreached']
  say(`\n${'src/domain'.padEnd(22)}${titles.map((title) => title.padStart(10)).join('')}   score`)
  const judged = rows.filter((row) => scoreOf(row) !== null)
  for (const row of judged.sort((one, other) => (scoreOf(one) ?? 0) - (scoreOf(other) ?? 0))) {
    say(line(row.name, row))
    if (survivors)
      for (const one of row.survivors)
        say(
          `  ${one.line}: ${one.source.slice(0, 70)}  ${one.mutator} → ${one.replacement.slice(0, 50)}`,
        )
  }
  say(line('all', sumOf(rows)))
  say('\nEach mutant in its place: .data/mutation/report.html')
}
