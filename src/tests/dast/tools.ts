import { existsSync } from 'node:fs'
import path from 'node:path'
import { inData } from '@/scripts/paths'
import { run } from '@/scripts/process'

/** Programs that others wrote to break in, each under a time limit. */

export const PROGRAMS = ['sqlmap', 'wapiti', 'ffuf', 'slowhttptest'] as const
export type Program = (typeof PROGRAMS)[number]

const isInstalled = (name: string) =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .some((folder) => existsSync(path.join(folder, name)))

/** Those that are not on this machine, `timeout` of coreutils among them. */
export const missing = (wanted: readonly Program[]) =>
  [...wanted, 'timeout'].filter((name) => !isInstalled(name))

export const REPORTS = inData('dast')

/** @returns what it said; `late` when its time was over before it was done */
export async function attack(
  program: Program,
  args: string[],
  seconds: number,
  log: string,
): Promise<{ said: string; late: boolean }> {
  let said = ''
  const code = await run(
    'timeout',
    ['--signal=INT', '--kill-after=10', String(seconds), program, ...args],
    {
      onOutput: (text) => (said += text),
      logFile: path.join(REPORTS, log),
      env: { PYTHONWARNINGS: 'ignore' },
    },
  )
  return { said, late: code === 124 || code === 137 }
}
