import { command, onStop } from './command'
import { endAll, run } from './process'
import { complain, heading, say } from './say'
import { checkTypes } from './types'

type Check = { name: string; run: typeof checkTypes }

const program =
  (file: string, ...args: string[]): Check['run'] =>
  (options) =>
    run(process.execPath, [file, ...args], options)

/** The longest first: two run at a time. */
const CHECKS: Check[] = [
  { name: 'types', run: checkTypes },
  { name: 'lint', run: program('node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.') },
  { name: 'format', run: program('node_modules/prettier/bin/prettier.cjs', '--check', '.') },
  {
    name: 'unit tests',
    run: program(
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config=src/tests/vitest.unit.config.ts',
    ),
  },
]

async function check({ name, run }: Check): Promise<boolean> {
  const from = Date.now()
  const heard: string[] = []
  const code = await run({ onOutput: (text) => heard.push(text) })
  const seconds = Math.round((Date.now() - from) / 1000)
  say(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name} (${seconds} s)`)
  if (code === 0) return true
  heading(name)
  complain(heard.join('').trimEnd())
  return false
}

await command(async () => {
  onStop(() => endAll().then(() => process.exit(130)))
  const waiting = [...CHECKS]
  const outcomes: boolean[] = []
  const line = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) outcomes.push(await check(next))
  }
  await Promise.all([line(), line()])
  return outcomes.every(Boolean) ? 0 : 1
})
