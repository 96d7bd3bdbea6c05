import { mkdirSync, rmSync } from 'node:fs'
import { runBrowserTests } from './browserTests'
import { CannotRun, command, explain, option, stopAsked } from './command'
import { inData } from './paths'
import { endAll, run, type Environment } from './process'
import { complain, heading, say } from './say'
import { settingsWith } from './settings'
import { makeTestDatabase, type TestDatabase } from './testDatabase'
import { testEnvironment } from './testEnvironment'
import { countCheck, readCounts, type Counts } from './testReports'
import { checkTypes } from './types'

const STEPS = ['types', 'unit', 'integration', 'e2e'] as const
type Step = (typeof STEPS)[number]
type Result = Counts & { step: Step; seconds: number }

const TITLES: Record<Step, string> = {
  types: 'Types',
  unit: 'Unit tests',
  integration: 'Integration tests, on PostgreSQL',
  e2e: 'Browser tests, on the production build',
}
const REPORTS = inData('test-reports')

function chosenSteps(): readonly Step[] {
  const only = option('only')
  if (only === undefined) return STEPS
  const step = STEPS.find((name) => name === only)
  if (!step) throw new CannotRun(`--only takes one of: ${STEPS.join(', ')}.`)
  return [step]
}

/** Parts of file names after `--only STEP`: just those tests run. */
const filters = () => (option('only') ? process.argv.slice(2).filter(isFilter) : [])
const isFilter = (word: string) => !word.startsWith('-') && word !== option('only')

const vitest = (config: string, report: string, env: Environment) =>
  run(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...filters(),
      `--config=src/tests/vitest.${config}.config.ts`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { env },
  )

/** One server for the whole run, made when a step first asks for it. */
function lazyDatabase(outside: string | undefined, env: Environment) {
  let made: Promise<TestDatabase> | undefined
  return {
    get: () => (made ??= makeTestDatabase(outside, env)),
    remove: async () => {
      const database = await made?.catch(() => undefined) // Its step told why.
      await database?.remove()
    },
  }
}

async function runStep(
  step: Step,
  database: ReturnType<typeof lazyDatabase>,
  env: Environment,
): Promise<Result> {
  heading(TITLES[step])
  const from = Date.now()
  const report = `${REPORTS}/${step}.json`
  let code = 1
  try {
    if (step === 'types') code = await checkTypes({ env })
    else if (step === 'unit') code = await vitest('unit', report, env)
    else if (step === 'e2e')
      code = await runBrowserTests(await database.get(), env, report, filters())
    else {
      const { url } = await database.get()
      code = await vitest('integration', report, { ...env, TEST_DATABASE_URL: url })
    }
  } catch (error) {
    complain(explain(error)) // The next step still runs; this one counts as failed.
  }
  const counts = step === 'types' ? countCheck(code) : readCounts(report, code)
  return { step, ...counts, seconds: Math.round((Date.now() - from) / 1000) }
}

await command(async () => {
  const steps = chosenSteps()
  const stopped = stopAsked().then(() => 'stopped' as const)
  const settings = await settingsWith()
  rmSync(REPORTS, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })
  const env = testEnvironment()
  const database = lazyDatabase(settings.databaseUrl, env)
  const results: Result[] = []
  const all = (async () => {
    for (const step of steps) results.push(await runStep(step, database, env))
  })()
  try {
    if ((await Promise.race([all, stopped])) === 'stopped') throw new CannotRun('\nStopped.')
  } finally {
    await endAll()
    await database.remove()
  }

  heading('Summary')
  for (const { step, passed, failed, failures, seconds } of results) {
    say(
      `${failed === 0 ? 'ok    ' : 'FAILED'}  ${step.padEnd(12)} ${passed} passed, ${failed} failed, ${seconds} s`,
    )
    for (const { name, why } of failures) {
      say(`        ${name}`)
      for (const line of why) say(`          ${line}`)
    }
  }
  const sum = (which: 'passed' | 'failed') =>
    results.reduce((total, result) => total + result[which], 0)
  say(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') === 0 ? 0 : 1
})
